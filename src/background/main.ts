import { oncePerLoad, onInstall, onStart } from '../platform/lifecycle.ts';
import { onMessage } from '../platform/messages.ts';
import { onGrantsChange } from '../platform/permissions.ts';
import { openPage } from '../platform/tabs.ts';
import { senderOf } from '../protocol/sender-role.ts';
import { createServer } from '../protocol/serve.ts';
import { keepGranted } from './due-guards.ts';
import { handleAskToUnguard } from './handlers/ask-to-unguard.ts';
import { handleAssessTicket } from './handlers/assess-ticket.ts';
import { handleCancelPending } from './handlers/cancel-pending.ts';
import { handleChangeSetting } from './handlers/change-setting.ts';
import { handleChangeSettings } from './handlers/change-settings.ts';
import { handleDeleteLog } from './handlers/delete-log.ts';
import { handleDismissRepairs } from './handlers/dismiss-repairs.ts';
import { handleForgetTaught } from './handlers/forget-taught.ts';
import { handleImportTaught } from './handlers/import-taught.ts';
import { handleNoteOutcome } from './handlers/note-outcome.ts';
import { handleNotePress } from './handlers/note-press.ts';
import { handleOpenPage } from './handlers/open-page.ts';
import { handleOpenSettings } from './handlers/open-settings.ts';
import { handlePlaceStrip } from './handlers/place-strip.ts';
import { handleReadAllTaught } from './handlers/read-all-taught.ts';
import { handleReadLastRead } from './handlers/read-last-read.ts';
import { handleReadLog } from './handlers/read-log.ts';
import { handleReadPlace } from './handlers/read-place.ts';
import { handleReadSettings } from './handlers/read-settings.ts';
import { handleReadTaught } from './handlers/read-taught.ts';
import { handleReplaceNewerSettings } from './handlers/replace-newer-settings.ts';
import { handleSettleDue } from './handlers/settle-due.ts';
import { handleSnoozeFinding } from './handlers/snooze-finding.ts';
import { handleStartTeaching } from './handlers/start-teaching.ts';
import { handleSyncSites } from './handlers/sync-sites.ts';
import { handleTeachField } from './handlers/teach-field.ts';
import { handleTicketGone } from './handlers/ticket-gone.ts';
import { settleDue } from './settle-due.ts';
import { syncSites } from './sites.ts';

// Each load of the extension once, whichever event or message brings the worker up first; what failed, at the next wake.
const putOnPages = () => oncePerLoad(() => syncSites('all')).catch(() => undefined);

// The worker may be stopped and started at any moment: listeners only, registered in the first turn, and no state that
// is not in storage too.
const serve = createServer('worker', {
  'read-place': handleReadPlace,
  'place-strip': handlePlaceStrip,
  'snooze-finding': handleSnoozeFinding,
  'assess-ticket': handleAssessTicket,
  'sync-sites': handleSyncSites,
  'open-settings': handleOpenSettings,
  'open-page': handleOpenPage,
  'read-settings': handleReadSettings,
  'change-setting': handleChangeSetting,
  'change-settings': handleChangeSettings,
  'cancel-pending': handleCancelPending,
  'ask-to-unguard': handleAskToUnguard,
  'replace-newer-settings': handleReplaceNewerSettings,
  'dismiss-repairs': handleDismissRepairs,
  'read-taught': handleReadTaught,
  'teach-field': handleTeachField,
  'start-teaching': handleStartTeaching,
  'read-all-taught': handleReadAllTaught,
  'forget-taught': handleForgetTaught,
  'import-taught': handleImportTaught,
  'note-press': handleNotePress,
  'note-outcome': handleNoteOutcome,
  'settle-due': handleSettleDue,
  'ticket-gone': handleTicketGone,
  'read-last-read': handleReadLastRead,
  'read-log': handleReadLog,
  'delete-log': handleDeleteLog,
});

onMessage((message, facts) => serve(message, senderOf(facts)));
onGrantsChange((added) => {
  void syncSites(added);
  void keepGranted(added);
});
onStart(() => void putOnPages());
onInstall(() => void openPage('welcome'));
void putOnPages();
void settleDue();
