/** The style of `synthesis.html`: one column of text, numbered paragraphs, system fonts, light, dark and paper. */
export const SYNTHESIS_STYLE = `
:root{color-scheme:light dark;--paper:#fcfcfa;--ink:#1b2224;--quiet:#556164;--rule:#d5dbda;--soft:#f1f4f2;--mark:#12616b;--link:#0d5560;--track:#dfe5e4;--hatch:#9aa8a7;--warm:#8a4b08;--shade1:#d3e6e7;--shade2:#8cc3c7;--shade1-ink:#1b2224;--shade2-ink:#1b2224;
--text:Charter,"Bitstream Charter","Iowan Old Style","Source Serif 4",Cambria,Georgia,"Noto Serif","DejaVu Serif",serif;
--label:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif}
@media (prefers-color-scheme:dark){:root{--paper:#14191b;--ink:#e7e9e6;--quiet:#a4b0b1;--rule:#364044;--soft:#1c2326;--mark:#63b8bf;--link:#86cdd2;--track:#2c3639;--hatch:#5d6b6e;--warm:#e3ab6b;--shade1:#1f3c40;--shade2:#2f6c72;--shade1-ink:#e7e9e6;--shade2-ink:#fff}}
*{box-sizing:border-box}
html{font-size:106.25%;-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.6 var(--text);overflow-wrap:break-word}
.skip{position:absolute;left:-99rem;top:.5rem;background:var(--ink);color:var(--paper);padding:.5rem 1rem;font-family:var(--label)}
.skip:focus{left:1rem;z-index:1}
a{color:var(--link);text-underline-offset:.15em;text-decoration-thickness:1px}
a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:3px solid var(--mark);outline-offset:2px}
header,main,footer{max-width:46rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:3.5rem}
h1,h2,h3,h4,.eyebrow,nav,table,figcaption,.number,.cites,.by,.note,.edited,.facts,.draft,dl{font-family:var(--label)}
h1,h2,h3,h4{line-height:1.22;text-wrap:balance;margin:0}
h1{font-size:clamp(1.75rem,1.3rem + 2.2vw,2.6rem);font-weight:650;letter-spacing:-.018em}
h2,h4{text-wrap:pretty}
h2{font-size:clamp(1.3rem,1.1rem + .9vw,1.65rem);font-weight:650;letter-spacing:-.01em}
h2 .eyebrow{display:block;margin:0 0 .35rem}
h3{font-size:.82rem;font-weight:650;margin:2.4rem 0 1.1rem;padding-bottom:.4rem;border-bottom:1px solid var(--rule);color:var(--quiet);letter-spacing:.045em;text-transform:uppercase}
h4{font-size:1.08rem;font-weight:650}
.eyebrow{font-size:.88rem;font-weight:600;color:var(--link);letter-spacing:0;margin:0 0 .6rem}
.facts{list-style:none;margin:1.4rem 0 0;padding:1rem 0 0;border-top:2px solid var(--ink);font-size:.88rem;line-height:1.55;color:var(--quiet)}
.draft{display:inline-block;margin:0 0 1.2rem;padding:.2rem .7rem;border:1px solid var(--warm);color:var(--warm);font-size:.88rem;font-weight:600;border-radius:2px}
nav{margin:2rem 0 0;font-size:.92rem;line-height:1.45}
nav h2{font-size:.88rem;color:var(--quiet);letter-spacing:0;margin-bottom:.4rem}
nav ol{list-style:none;margin:0;padding:0}
nav li{border-top:1px solid var(--rule)}
nav a{display:flex;gap:.9rem;padding:.5rem 0;text-decoration:none}
nav a:hover span:last-child{text-decoration:underline}
nav a span:first-child{flex:0 0 3.6rem;color:var(--quiet)}
section{margin-top:4.2rem;scroll-margin-top:1rem}
.lead,.objective{margin:1rem 0 0;max-width:38em}
.lead{font-size:1.1rem;white-space:pre-line}
main>.lead{margin-top:2.4rem}
abbr[title]{text-decoration:none}
.objective{color:var(--quiet);font-style:italic}
p{margin:.5rem 0 0;text-wrap:pretty}
.line{position:relative;margin:0 0 1.7rem;scroll-margin-top:1.5rem;break-inside:avoid}
.line:target{background:var(--soft);box-shadow:0 0 0 .7rem var(--soft)}
.number{display:block;white-space:nowrap;font-size:.8rem;line-height:1.6;color:var(--quiet);font-variant-numeric:tabular-nums}
.line h4+p,.line .number+p{margin-top:.15rem}
.line p{max-width:38em}.line .cites{max-width:none}
@media (min-width:60rem){.number{position:absolute;left:-4.4rem;width:3.4rem;top:.16rem;text-align:right}}
blockquote{margin:.75rem 0 0;padding:0 0 0 1rem;border-left:3px solid var(--track)}
blockquote p{margin:0;white-space:pre-line}
.by{font-size:.84rem;color:var(--quiet);margin:.15rem 0 0;line-height:1.45}
.by a{text-decoration-thickness:1px}
.disagreements .line{border-left:3px solid var(--warm);padding-left:1rem}
.disagreements blockquote{border:0;padding-left:0}
@media (min-width:60rem){.disagreements .number{left:-5.6rem}}
.cites{font-size:.8rem;line-height:1.7;margin:.5rem 0 0;font-variant-numeric:tabular-nums}
.cites a{white-space:nowrap;text-decoration:none;margin-right:.55em}
.cites a:hover{text-decoration:underline}
.cited{margin-top:.5rem}
.cited summary{font:.8rem/1.7 var(--label);color:var(--link);cursor:pointer;width:fit-content}
.cited .cites{margin:0}
.edited{font-size:.8rem;color:var(--quiet);white-space:nowrap}
.note{font-size:.84rem;line-height:1.5;color:var(--quiet);max-width:44em;margin-top:.8rem}
.scroll{overflow-x:auto;margin-top:1.2rem}
table{border-collapse:collapse;width:100%;font-size:.88rem;line-height:1.35;font-variant-numeric:tabular-nums}
th,td{overflow-wrap:normal}
caption{text-align:left;color:var(--quiet);padding:0 0 .5rem}
th,td{padding:.55rem 0 .55rem .9rem;text-align:right;border-bottom:1px solid var(--rule);vertical-align:baseline}
thead th{font-weight:600;color:var(--quiet);border-bottom-color:var(--ink);vertical-align:bottom}
th:first-child{text-align:left;padding-left:0;min-width:8.5rem;font-weight:500}
thead th:first-child{font-weight:600}
.quiet,td.withheld{color:var(--quiet);fill:var(--quiet)}
@media (max-width:36rem){table,thead,tbody,caption{display:block}
tr{display:grid;grid-template-columns:repeat(var(--columns),minmax(3.2rem,1fr));border-bottom:1px solid var(--rule);padding:.5rem 0;align-items:end}
thead tr{border-bottom-color:var(--ink)}thead th{font-size:.76rem;font-weight:600}thead th:first-child{display:none}tbody th{grid-column:1/-1;padding-bottom:.15rem}
th,td{border:0;padding:.1rem 0;text-align:left}}
figure{margin:2.6rem 0 0}
figcaption{font-size:1rem;font-weight:650;line-height:1.35}
figcaption small{display:block;font-size:.84rem;font-weight:400;color:var(--quiet);margin-top:.2rem}
.panels{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(17.5rem,100%),1fr));gap:1.9rem 2.2rem;margin-top:1.3rem}
.panels>div{break-inside:avoid}
.panels p{font:600 .88rem/1.35 var(--label);margin:0 0 .35rem;padding-top:.5rem;border-top:1px solid var(--rule)}
.panels p small{display:block;font-weight:400;font-size:.84rem;color:var(--quiet)}
svg.panel{display:block;width:100%;max-width:23rem;height:auto;font-family:var(--label);font-variant-numeric:tabular-nums}
.index{margin:1.4rem 0 0;border-top:1px solid var(--rule)}
.index>div{padding:.75rem 0;border-bottom:1px solid var(--rule);break-inside:avoid;scroll-margin-top:1.5rem}
.index>div:target{background:var(--soft);box-shadow:0 0 0 .5rem var(--soft)}
.index dt{font-size:.84rem;font-weight:600;font-variant-numeric:tabular-nums}
.index dt span{font-weight:400;color:var(--quiet);margin-left:.6em}
.index dt a{margin-right:.35em;text-decoration:none;white-space:nowrap}
.index dt a[href^="#s-proposal"]{margin-right:0;text-decoration:underline}
.index dd{margin:.2rem 0 0;font:.95rem/1.5 var(--text)}
.index dd p{margin:0;white-space:pre-line;max-width:42em}
.index dd .note{font-style:italic}
.index dd:empty{display:none}
@media (min-width:46rem){.index>div{display:grid;grid-template-columns:9rem 1fr;gap:0 1.2rem}.index dt span{display:block;margin:.15rem 0 0}.index dd{margin:0}}
.against{margin:.75rem 0 0}.disagreements .against+blockquote{margin-top:.2rem;border-left:3px solid var(--track);padding-left:1rem}
.index blockquote{margin:0;padding:0;border:0}
.internal{background:var(--warm);color:var(--paper);border-color:var(--warm)}
figure.themes{margin:2.2rem 0 0}svg.themes{display:block;width:100%;max-width:26.25rem;height:auto;font-family:var(--label)}
footer{padding-bottom:4rem}
code{font:.8rem/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;overflow-wrap:anywhere}
@page{size:A4;margin:20mm 20mm 22mm;@bottom-right{content:counter(page) " / " counter(pages);font:9pt system-ui,sans-serif;color:#556164}}
@media print{:root{color-scheme:light;--paper:#fff;--ink:#000;--quiet:#444;--rule:#bbb;--soft:#fff;--mark:#12616b;--link:#000;--track:#dfe5e4;--hatch:#9aa8a7;--warm:#8a4b08}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
html{font-size:10.5pt}header{padding-top:0}header,main,footer{max-width:none;padding-left:0;padding-right:0}
.skip{display:none}a{text-decoration:none}section{margin-top:2.4rem}h2,h3,h4,figcaption,.number,.objective,.objective+.lead,caption{break-after:avoid}h2,tr{break-inside:avoid}h2 .eyebrow,.note:has(+.index){break-after:avoid}p,blockquote{orphans:3;widows:3}
details::details-content{content-visibility:visible;block-size:auto}.cited summary{display:none}.line:has(.cited){break-inside:auto}.line:has(.cited) blockquote{break-inside:avoid}
.scroll{overflow:visible}.panels{grid-template-columns:1fr 1fr}.line:target{box-shadow:none}}
`.trim();
