import type { Handler } from '../../protocol/serve.ts';
import { cancelPending } from '../../settings/store.ts';

export const handleCancelPending: Handler<'cancel-pending'> = ({ path }) => cancelPending(path);
