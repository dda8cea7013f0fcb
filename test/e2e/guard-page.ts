/** What the test's ticket is set to at the start; everything can be changed on the page like on a real one. */
export interface GuardPage {
  readonly theme?: 'light' | 'dark';
  readonly mode?: 'Cross' | 'Isolated';
  readonly leverage?: string;
  readonly balance?: string;
  /** `form`: one form with a submit button a side; `divs`: buttons with click handlers only. */
  readonly kind?: 'form' | 'divs';
  readonly positions?: readonly string[];
  /** Without the names the venue's recipe goes by, as after a rebuild of the exchange's page. */
  readonly isRebuilt?: boolean;
}

/**
 * A hand-written order screen as exchanges build them: header with mark price, a ticket in the right column with margin
 * mode, leverage, price, size, reduce-only and a button a side, and a table of positions. It counts every event its own
 * handlers see in `window.seen`, in window capture, in the page's bubble phase, and what it would have sent in `sent`.
 */
export function guardPage({
  theme = 'light',
  mode = 'Cross',
  leverage = '20',
  balance = '2,000.00',
  kind = 'divs',
  positions = [],
  isRebuilt = false,
}: GuardPage = {}): string {
  const named = (attributes: string) => (isRebuilt ? '' : ` ${attributes}`);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>60,000.0 | BTCUSDT Perpetual</title><style>
:root{--bg:#fff;--ink:#1e2329;--soft:#707a8a;--line:#eaecef;--field:#f5f5f5;--panel:#fafafa}
.dark{--bg:#181a20;--ink:#eaecef;--soft:#848e9c;--line:#2b3139;--field:#29313d;--panel:#1e2026}
*{box-sizing:border-box}body{margin:0;background:var(--bg);color:var(--ink);font:13px/1.4 Arial,sans-serif}
header{display:flex;gap:28px;align-items:center;padding:12px 16px;border-bottom:1px solid var(--line)}header b{font-size:18px}
header dl,header div{margin:0}header small{display:block;color:var(--soft);font-size:11px}
main{display:grid;grid-template-columns:1fr 260px 320px;min-height:640px}
.chart{background:linear-gradient(var(--line) 1px,transparent 1px) 0 0/100% 64px,linear-gradient(90deg,var(--line) 1px,transparent 1px) 0 0/80px 100%}
.book{border-left:1px solid var(--line);padding:12px;color:var(--soft);font-variant-numeric:tabular-nums}.book p{display:flex;justify-content:space-between;margin:0;padding:2px 0}
#ticket{border-left:1px solid var(--line);padding:12px 16px;display:grid;gap:10px;align-content:start}
.row{display:flex;gap:8px}.row>button,.row>a{flex:1}
#ticket button{height:32px;border:0;border-radius:6px;background:var(--field);color:var(--ink);font:inherit}
label.field{display:flex;align-items:center;gap:8px;height:38px;padding:0 10px;border-radius:6px;background:var(--field)}
label.field input{flex:1;min-width:0;border:0;background:none;color:inherit;font:inherit;text-align:right;outline:0}
#ticket .buy,#ticket .sell{flex:1;height:40px;color:#fff;font-weight:600}.buy{background:#0ecb81!important}.sell{background:#f6465d!important}
.pair{display:flex;justify-content:space-between;color:var(--soft)}.pair span:last-child{color:var(--ink)}
section.positions{border-top:1px solid var(--line);padding:12px 16px}table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:4px 8px;font-weight:400}
@media(max-width:700px){main{grid-template-columns:1fr}.chart{height:180px}.book{display:none}header{gap:14px;overflow:hidden}}
</style></head><body class="${theme}">
<header><b>BTCUSDT</b><span>Perpetual</span><div><small>Mark Price</small><span id="mark">60,000.0</span></div><div><small>Last Price</small><span id="last">60,000.0</span></div></header>
<main><div class="chart"></div><div class="book">${Array.from({ length: 18 }, (_, i) => `<p><span>${(60090 - i * 10).toFixed(1)}</span><span>${(0.12 * (i + 1)).toFixed(3)}</span></p>`).join('')}</div>
<${kind === 'form' ? 'form' : 'div'} id="ticket"${named('name="orderForm"')}>
<div class="row"><button type="button" id="mode">${mode}</button><button type="button" id="leverage">${leverage}x</button></div>
<div class="row" role="tablist"><button type="button" role="tab" aria-selected="true">Limit</button><button type="button" role="tab" aria-selected="false">Market</button></div>
<div class="pair"><span>Avbl</span><span>${balance} USDT</span></div>
<label class="field"><span>Price</span><input id="price" inputmode="decimal" value="60000"><span>USDT</span></label>
<label class="field"><span>Size</span><input id="size" inputmode="decimal"${named('name="unitAmount"')}><span>BTC</span></label>
<label><input type="checkbox" id="reduce"> Reduce-Only</label>
<div class="row"><button class="buy${isRebuilt ? '' : ' bn-button__buy'}" id="buy" type="${kind === 'form' ? 'submit' : 'button'}">Buy/Long</button><button class="sell${isRebuilt ? '' : ' bn-button__sell'}" id="sell" type="${kind === 'form' ? 'submit' : 'button'}">Sell/Short</button></div>
<div class="pair"><span>Wallet Balance</span><span>${balance} USDT</span></div>
<div class="pair"><span>Unrealized PNL</span><span>0.00 USDT</span></div>
</${kind === 'form' ? 'form' : 'div'}></main>
<section class="positions"><div role="tablist"><button role="tab" aria-selected="true">Positions(${positions.length})</button></div>
<table><thead><tr><th>Symbol</th><th>Size</th><th>Entry Price</th><th>Mark Price</th><th>Margin</th></tr></thead><tbody>${positions.join('')}</tbody></table></section>
<script>
window.seen=[];window.sent=[];
for(const type of ['pointerdown','mousedown','touchstart','pointerup','mouseup','touchend','click','dblclick','keydown','keypress','keyup','submit']){
 window.addEventListener(type,e=>{const t=e.target;window.seen.push(type+' '+(t&&t.id||t&&t.tagName||'?'))},true);
}
function send(side,how){window.sent.push(side+' '+document.getElementById('size').value+' '+how)}
document.addEventListener('click',e=>{const b=e.target.closest&&e.target.closest('#buy,#sell');if(b&&'${kind}'==='divs')send(b.id,'click')});
document.addEventListener('submit',e=>{e.preventDefault();send(e.submitter?e.submitter.id:'?','submit')});
document.getElementById('mode').addEventListener('click',e=>{e.target.textContent=e.target.textContent==='Cross'?'Isolated':'Cross'});
</script></body></html>`;
}

export const guardedUrl = 'https://www.binance.com/en/futures/BTCUSDT';
export const guardedOrigin = 'https://www.binance.com';
