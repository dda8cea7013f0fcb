/** Puts around a ticket what stands around it on a real screen: markets, order book, trades, more positions. */
export function fillScreen(): void {
  const rows = (count: number, cells: (at: number) => readonly string[]) => {
    const list = document.createElement('div');
    for (let at = 0; at < count; at += 1) {
      const row = document.createElement('div');
      row.style.display = 'flex';
      for (const text of cells(at)) {
        const cell = document.createElement('div');
        cell.append(Object.assign(document.createElement('span'), { textContent: text }));
        row.append(cell);
      }
      list.append(row);
    }
    document.body.append(list);
  };
  rows(150, (at) => [`COIN${at}`, `${at}.42M`, (at * 1.37).toFixed(3), `+${(at % 9) / 10}%`]);
  rows(60, (at) => [(64_000 + at).toLocaleString('en'), (at / 7).toFixed(4), (at * 3).toFixed(2)]);
  rows(60, (at) => [(64_000 - at).toLocaleString('en'), '0.0125', `12:00:${at}`]);
  const body = document.querySelector('#oui-desktop-positions-content tbody');
  const row = body?.querySelector('tr');
  for (let at = 0; at < 18; at += 1) {
    const copy = row?.cloneNode(true) as Element | undefined;
    if (copy === undefined) continue;
    const coin = copy.querySelector('td > div');
    if (coin !== null) coin.textContent = `COIN${at}`;
    body?.append(copy);
  }
}
