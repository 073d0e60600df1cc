import { createHash } from 'node:crypto'

/** The tokens of the product, by hand: a page without a build, inside itself, so that one answer brings all of it. */
export const STYLE = `:root{--bg:#f8f3e9;--card:#fffdf8;--sunk:#efe7d9;--line:#ddd2bf;--edge:#2a2031;--edge2:#85776a;--ink:#221a27;--ink2:#4e4453;--lamp:#ffbc3b;--on:#221a27;--dusk:#43355a;--alert:#6f2a86;color-scheme:light}
@media (prefers-color-scheme:dark){:root{--bg:#15111b;--card:#231c2c;--sunk:#0e0b12;--line:#3d334a;--edge:#8c7f9c;--edge2:#8c7f9c;--ink:#fbf3e4;--ink2:#cfc5d6;--on:#1a1320;--dusk:#4a3b63;--alert:#e6bef4;color-scheme:dark}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--ink);font:400 1.125rem/1.5 system-ui,"HarmonyOS Sans SC","MiSans","PingFang SC","Noto Sans SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
header{background:var(--card);border-bottom:3px solid var(--edge)}
.in{max-width:44rem;margin:0 auto;padding:16px}
.head{display:flex;flex-wrap:wrap;align-items:center;gap:16px}
.head>div{flex:1 1 9rem;min-width:0}
h1,h2,h3,p{margin:0}
h1{font:700 min(2rem,12vw)/1.2 "Songti SC","Noto Serif CJK SC","SimSun",serif}
h2{font-size:1.25rem;line-height:1.3}
h3{font-size:1.25rem;line-height:1.3}
article{display:grid;gap:12px}.story h3{font-size:1.625rem;line-height:1.25}
.sub,.small{color:var(--ink2);font-size:1rem}
a{color:inherit}
.logo{width:64px;height:52px;flex:none}
.wall{fill:none;stroke:var(--ink);stroke-width:3}
.lit{fill:var(--lamp)}.dark{fill:var(--dusk)}.door{fill:var(--ink)}
main{display:grid;gap:24px}
section{display:grid;gap:12px}
.card{background:var(--card);border:1px solid var(--line);border-radius:20px;padding:16px;display:grid;gap:12px}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:8px}
figure{margin:0;position:relative}
figure img{display:block;width:100%;height:auto;aspect-ratio:4/3;object-fit:cover;border-radius:16px;background:var(--sunk)}
article .whole img{aspect-ratio:auto 4/3;max-height:36rem;object-fit:contain}.whole figcaption{position:static;margin-top:4px;width:max-content}
.of-pair{display:grid;gap:8px}
figcaption{position:absolute;left:8px;bottom:8px;background:var(--card);color:var(--ink);border:2px solid var(--edge2);border-radius:12px;padding:2px 12px;font-weight:700}
.after figcaption{background:var(--lamp);color:var(--on);border-color:#2a2031}
.between{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:baseline;gap:4px 16px}
.month{display:flex;gap:16px;align-items:end}
.month>div{flex:1;min-width:0;display:grid;gap:4px}
.month svg{width:33%;max-width:150px;flex:none}
dl{margin:0;display:grid}
dl div,tr{border-top:1px solid var(--line)}
dl div{display:flex;justify-content:space-between;gap:16px;padding:8px 0}
dl div:first-child{border-top:0}
dd{margin:0;font-weight:700;text-align:right}
h1,dt,dd{overflow-wrap:break-word}
table{width:100%;border-collapse:collapse}
th,td{padding:8px 8px 8px 0;text-align:left;vertical-align:top}
th:last-child,td:last-child{text-align:right;padding-right:0}
th{font-weight:700}
ul{margin:0;padding:0 0 0 1.25em;display:grid;gap:8px}
.links{list-style:none;padding:0}
.links a,summary{display:flex;min-height:56px;align-items:center;gap:8px;justify-content:space-between}
.links li{border-top:1px solid var(--line)}
summary{cursor:pointer;font-weight:700;justify-content:start}
.key{display:flex;min-height:72px;align-items:center;justify-content:center;gap:8px;width:100%;background:var(--lamp);color:var(--on);border:2px solid #2a2031;border-bottom-width:5px;border-radius:16px;font-family:inherit;font-size:1.5rem;font-weight:700;line-height:1.25;cursor:pointer;text-decoration:none;text-align:center;padding:8px 16px}
.quiet{min-height:56px;font-size:1.25rem;background:var(--card);color:var(--ink);border-color:var(--edge2)}
.bar{position:sticky;bottom:0;background:var(--bg);border-top:1px solid var(--line)}
.bar .in{display:grid;gap:8px;padding-bottom:calc(16px + env(safe-area-inset-bottom))}
.bar p{text-align:center}
.pair-keys{display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));gap:12px}
a:focus-visible,button:focus-visible,summary:focus-visible,input:focus-visible,textarea:focus-visible{outline:4px solid var(--ink);outline-offset:3px}
form{display:grid;gap:16px}
label{display:grid;gap:4px;font-weight:700}
label span{font-weight:400;color:var(--ink2);font-size:1rem}
input,textarea{font:inherit;color:inherit;background:var(--card);border:2px solid var(--edge2);border-radius:12px;padding:12px;min-height:56px;width:100%}
fieldset{border:1px solid var(--line);border-radius:20px;background:var(--card);margin:0;padding:8px 16px 16px;min-width:0}
legend{float:left;width:100%;font-size:1.25rem;line-height:1.3;font-weight:700;padding:8px 0}
.steps{clear:both;display:grid;grid-template-columns:repeat(auto-fit,minmax(min(8rem,100%),1fr));gap:8px}
.steps label{display:flex;align-items:center;gap:12px;min-height:56px;border:2px solid var(--edge2);border-radius:12px;padding:8px 12px;font-weight:400;cursor:pointer}
.steps label:has(:checked){background:var(--lamp);color:var(--on);border-color:#2a2031;font-weight:700}
.steps input{width:24px;height:24px;min-height:24px;flex:none;margin:0;padding:0;accent-color:#2a2031}
.wrong{border:3px solid var(--alert);border-radius:16px;padding:16px;color:var(--alert);font-weight:700}
.trap{position:absolute;left:-9999px;width:1px;height:1px;overflow:hidden}
dl.job{gap:0}.job div{flex-wrap:wrap;gap:0 16px}.job dd{flex:1 1 8em;text-align:left}.job dt{flex:0 1 8em}.card .steps{grid-template-columns:repeat(auto-fit,minmax(min(10rem,100%),1fr))}.card form{gap:16px}.card fieldset{border:0;padding:0}.code{font-size:2rem;letter-spacing:.25em}
.big{font-size:2.75rem;font-weight:700;line-height:1.2}
.to-paper{display:grid;place-items:center;min-width:56px;min-height:56px;color:var(--ink)}
.links a,.between a{min-height:56px;align-items:center}.between a{display:inline-flex}
.poster{justify-items:center;text-align:center}.poster .qr{width:min(100%,24rem);height:auto}
.qr{width:96px;height:96px;flex:none;background:#fff;border-radius:8px;padding:4px}
@media (max-width:37.4em){.many thead{position:absolute;left:-9999px}.many tr{display:block;padding:8px 0}.many td{display:flex;justify-content:space-between;gap:16px;padding:2px 0;text-align:right}.many td::before{content:attr(data-h);flex:none;color:var(--ink2);text-align:left}}
@media print{@page{size:A4;margin:14mm;@bottom-right{content:counter(page) " / " counter(pages);font-size:9pt}}:root{--bg:#fff;--card:#fff;--ink:#000;--ink2:#000;--line:#000;--edge:#000;--edge2:#000;--lamp:#ddd;--on:#000;--dusk:#000}body{font-size:11pt}.sub,.small{font-size:9.5pt}h2,h3{font-size:13pt}.story h3{font-size:15pt}dl div,th,td{padding-top:4px;padding-bottom:4px}.pair{max-width:150mm}.of-pair,figure{break-inside:avoid}article .whole img{max-height:110mm}.bar,.noprint{display:none}.card{border-radius:0;border-width:1px 0 0;padding:8px 0;break-inside:avoid}.in{max-width:none;padding:0}header .in{padding-bottom:8px}main{gap:12px}h1{font-size:24pt}.qr{width:28mm;height:28mm}.poster{padding-top:12mm}.poster p{font-size:16pt}.poster .big{font-size:34pt}.poster .small{font-size:10pt}.poster .qr{width:110mm;height:110mm}figure img{border-radius:0}}
@media (prefers-reduced-motion:no-preference){.key:active{border-bottom-width:2px;transform:translateY(3px)}}`

/** Nothing but this very style, our own pictures, and forms to ourselves. No script at all. */
export const WALL_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  // The icon of the page is none, in its address: without it a browser asks for one that is not there.
  "img-src 'self' data:",
  // No script could use it; a browser that looks for robots.txt from within the page needs it.
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')
