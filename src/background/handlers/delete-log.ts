import { deleteLog } from '../../log/log-store.ts';
import type { Handler } from '../../protocol/serve.ts';

export const handleDeleteLog: Handler<'delete-log'> = () => deleteLog();
