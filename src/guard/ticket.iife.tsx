import { readTicketPlaceholder } from './placeholder.ts';

readTicketPlaceholder();
