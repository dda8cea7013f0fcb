/** Pages of the extension that can be opened in a tab. */
export const ownPages = ['options', 'simulator', 'log', 'welcome', 'glossary'] as const;
export type OwnPage = (typeof ownPages)[number];
