/** Looks of the HTML letter, on screen and on paper. */
export const letterStyle = `
body{font:1.0625rem/1.55 Georgia,"Times New Roman",serif;color:#1b2430;max-width:44rem;margin:0 auto;padding:2rem 1.25rem;overflow-wrap:anywhere}
header{display:flex;flex-wrap:wrap;justify-content:space-between;gap:1rem;align-items:end;border-bottom:3px solid #1f3f66;padding-bottom:.75rem;margin-bottom:2rem}
header .plan{font-size:1.6rem;font-weight:700;color:#1f3f66;margin:0}
address{font-style:normal;font-size:.875rem;text-align:end;color:#4a5563}
h1{font-size:1.5rem;line-height:1.25;color:#1f3f66}
h2{font-size:1.15rem;color:#1f3f66;margin:2rem 0 .5rem}
dl{background:#eef3f8;padding:.75rem 1rem;margin:1.25rem 0}
dl div{display:grid;grid-template-columns:9rem 1fr;gap:.75rem}
dt{font-weight:700}
dd{margin:0}
table{border-collapse:collapse;width:100%;font-size:.9375rem}
caption{text-align:start;font-weight:700;padding:.25rem 0}
th,td{text-align:start;vertical-align:top;padding:.5rem;border-bottom:1px solid #b8c4d2}
th{background:#eef3f8;color:#1f3f66;overflow-wrap:normal}
td{min-width:4.5rem}
.wide{overflow-x:auto}
.callout,.reason{border-inline-start:4px solid #b8c4d2;padding:.25rem 1rem;margin:1rem 0}
.callout{border-color:#1f3f66;background:#eef3f8;font-weight:700}
.offer{font-size:.9375rem}
footer{border-top:1px solid #b8c4d2;margin-top:2rem;font-size:.875rem;color:#4a5563}
/* Large print: 18 point and more (APH and ACB guidelines). */
.largePrint{font-family:Verdana,Arial,sans-serif;font-size:1.5rem;line-height:1.5;max-width:60rem}
.largePrint :is(address,table,footer,.offer){font-size:1.5rem}
.largePrint dl div{grid-template-columns:1fr}
@page{size:letter;margin:1in}
@media print{body{max-width:none;padding:0;font-size:12pt}.largePrint,.largePrint :is(address,table,footer,.offer){font-size:18pt}h2{break-after:avoid}tr,.callout{break-inside:avoid}}
`;
