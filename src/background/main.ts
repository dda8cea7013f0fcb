import { onStart } from '../platform/lifecycle.ts';
import { onMessage } from '../platform/messages.ts';
import { onGrantsChange } from '../platform/permissions.ts';
import { senderOf } from '../protocol/sender-role.ts';
import { createServer } from '../protocol/serve.ts';
import { handleAssessTicket } from './handlers/assess-ticket.ts';
import { handleChangeSetting } from './handlers/change-setting.ts';
import { handleDismissRepairs } from './handlers/dismiss-repairs.ts';
import { handleOpenSettings } from './handlers/open-settings.ts';
import { handleReadSettings } from './handlers/read-settings.ts';
import { handleReplaceNewerSettings } from './handlers/replace-newer-settings.ts';
import { handleSyncSites } from './handlers/sync-sites.ts';
import { syncSites } from './sites.ts';

// The worker may be stopped and started at any moment: listeners only, registered in the first turn, and no state.
const serve = createServer('worker', {
  'assess-ticket': handleAssessTicket,
  'sync-sites': handleSyncSites,
  'open-settings': handleOpenSettings,
  'read-settings': handleReadSettings,
  'change-setting': handleChangeSetting,
  'replace-newer-settings': handleReplaceNewerSettings,
  'dismiss-repairs': handleDismissRepairs,
});

onMessage((message, facts) => serve(message, senderOf(facts)));
onGrantsChange((added) => void syncSites(added));
onStart(() => void syncSites());
