import type { Handler } from '../../protocol/serve.ts';
import { askToUnguard } from '../../settings/store.ts';

export const handleAskToUnguard: Handler<'ask-to-unguard'> = ({ pattern }) => askToUnguard(pattern);
