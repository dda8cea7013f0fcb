/** An order screen whose words are in no language: what a reader that goes by words alone can make nothing of. */
export const madeUpUrl = 'https://perps.example.org/trade/BTC-USDT';
export const madeUpOrigin = 'https://perps.example.org';

/** It counts in `window.sent` what its own handlers would send, and in `window.seen` every press they hear of. */
export function madeUpPage(theme: 'light' | 'dark' = 'light'): string {
  return `<!doctype html><html lang="x-none"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Zabulo 60,000.0</title><style>
:root{--bg:#fff;--ink:#1e2329;--soft:#707a8a;--line:#eaecef;--field:#f5f5f5}
.dark{--bg:#181a20;--ink:#eaecef;--soft:#848e9c;--line:#2b3139;--field:#29313d}
*{box-sizing:border-box}body{margin:0;background:var(--bg);color:var(--ink);font:13px/1.4 Arial,sans-serif}
header{display:flex;gap:28px;padding:12px 16px;border-bottom:1px solid var(--line)}header small{display:block;color:var(--soft);font-size:11px}
main{display:grid;grid-template-columns:1fr 320px;min-height:640px}
.chart{background:linear-gradient(var(--line) 1px,transparent 1px) 0 0/100% 64px,linear-gradient(90deg,var(--line) 1px,transparent 1px) 0 0/80px 100%}
aside{border-left:1px solid var(--line);padding:12px 16px;display:grid;gap:10px;align-content:start}
aside button{height:32px;border:0;border-radius:6px;background:var(--field);color:var(--ink);font:inherit}
.row{display:flex;gap:8px}.row>button{flex:1}
.line{display:flex;align-items:center;gap:8px;height:38px;padding:0 10px;border-radius:6px;background:var(--field)}
.line input{flex:1;min-width:0;border:0;background:none;color:inherit;font:inherit;text-align:right;outline:0}
.pair{display:flex;justify-content:space-between;color:var(--soft)}.pair span:last-child{color:var(--ink)}
aside .buy,aside .sell{height:40px;color:#fff;font-weight:600}.buy{background:#0ecb81!important}.sell{background:#f6465d!important}
@media(max-width:700px){main{grid-template-columns:1fr}.chart{height:120px}}
</style></head><body class="${theme}">
<header><b>BTC-USDT</b><div><small>Tarupi</small><span id="mark">60,000.0</span></div></header>
<main><div class="chart"></div><aside data-testid="panel">
<div class="row"><button type="button" id="mode">Pekee</button><button type="button" id="leverage">20x</button></div>
<div class="pair"><span>Salio</span><span id="available">2,000.00 USDT</span></div>
<div class="line"><span>Bei</span><input id="price" inputmode="decimal" value="60000"><span>USDT</span></div>
<div class="line"><span>Kiasi</span><input id="size" inputmode="decimal" value="0.25"><span id="unit">BTC</span></div>
<div class="row"><button type="button" class="buy" id="buy">Nunua</button><button type="button" class="sell" id="sell">Uzago</button></div>
<div class="pair"><span>Jumla</span><span id="wallet">2,000.00 USDT</span></div>
</aside></main>
<script>
window.seen=[];window.sent=[];
for(const type of ['pointerdown','mousedown','click','keydown'])window.addEventListener(type,e=>{const t=e.target;window.seen.push(type+' '+(t&&t.id||t&&t.tagName||'?'))},true);
document.addEventListener('click',e=>{const b=e.target.closest&&e.target.closest('#buy,#sell');if(b)window.sent.push(b.id)});
document.getElementById('mode').addEventListener('click',e=>{e.target.textContent=e.target.textContent==='Pekee'?'Pamoja':'Pekee'});
</script></body></html>`;
}
