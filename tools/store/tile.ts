/** What a tile shows: our mark, the name, the claim, and beside them a part of a real picture. */
export interface Tile {
  readonly width: number;
  readonly height: number;
  readonly claim: string;
  /** The mark as SVG text. */
  readonly mark: string;
  /** A picture as a data address, and the width it is shown at, in pixels. */
  readonly picture: string;
  readonly pictureWidth: number;
}

/** A promotional tile as a page of its size. Large type: the store shows it at half its size. */
export function tilePage({ width, height, claim, mark, picture, pictureWidth }: Tile): string {
  const unit = height / 280;
  const isWide = width / height > 2;
  return `<!doctype html><meta charset="utf-8"><style>
*{box-sizing:border-box;margin:0}
body{width:${width}px;height:${height}px;overflow:hidden;background:#10141c;color:#eef2f8;
  font-family:Inter,system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif}
main{position:absolute;inset:0;padding:${22 * unit}px ${24 * unit}px;
  ${isWide ? `display:flex;align-items:center;gap:${30 * unit}px` : ''}}
.say{${isWide ? `width:${270 * unit}px;flex:none` : ''}}
header{display:flex;align-items:center;gap:${9 * unit}px;font-weight:700;font-size:${24 * unit}px;letter-spacing:-.01em}
header svg{width:${28 * unit}px;height:${28 * unit}px}
p{margin-top:${12 * unit}px;font-weight:600;line-height:1.25;font-size:${(isWide ? 22 : 19) * unit}px}
img{display:block;width:${pictureWidth}px;border-radius:${7 * unit}px;box-shadow:0 ${3 * unit}px ${18 * unit}px #0009;
  ${isWide ? '' : `margin-top:${18 * unit}px`}}
</style><main><div class="say"><header>${mark}Ringfence</header><p>${claim}</p></div><img src="${picture}" alt=""></main>`;
}
