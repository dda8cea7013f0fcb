export function readTicketPlaceholder(): void {
  document.documentElement.dataset['ringfencePlaceholder'] = '1';
}
