import { languages } from '../../../src/reader/labels/languages.ts';
import { pageReport } from '../../../src/reader/report/page-report.ts';
import { createTicketReader } from '../../../src/reader/ticket-reader.ts';
import { recipes } from '../../../src/venues/recipes.ts';

const reader = createTicketReader({
  document,
  location: () => location.href,
  recipes,
  languages: Object.values(languages),
});

Object.assign(globalThis, {
  report: () => pageReport(document, location.host, reader.read(), reader.scope()),
});
