// The colours of the page: in the light, in the dark and on paper. Each text stands out from each ground (WCAG 2.2,
// 1.4.3).

export const light = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --desk: #f1f2f4; --ink: #1b1f24; --soft: #565d66; --line: #d5d9de; --head: #f5f6f8;
  --accent: #1d4f91; --identity: #b3261e; --sensitive: #8a5300; --pseudonym: #1d5fa8; --open: #4b5560;
  --exception: #8a1c6b; --exception-paper: #fdf0f8; --more: #b3261e; --less: #22663a; --unsure: #8a5300;
  --none: #565d66;
}`

export const dark = `
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #181b20; --desk: #101216; --ink: #e6e8eb; --soft: #a5adb8; --line: #383e47; --head: #20242a;
    --accent: #8db8f0; --identity: #ff9a91; --sensitive: #f0b860; --pseudonym: #84b9f5; --open: #b4bcc7;
    --exception: #f2a0d8; --exception-paper: #34202e; --more: #ff9a91; --less: #84d09e; --unsure: #f0b860;
    --none: #a5adb8;
  }
}`

export const paper = `
  :root {
    color-scheme: light;
    --paper: #ffffff; --desk: #ffffff; --ink: #000000; --soft: #444444; --line: #bbbbbb; --head: #f3f3f3;
    --accent: #000000; --identity: #a01c15; --sensitive: #7a4900; --pseudonym: #174f8d; --open: #444444;
    --exception: #7a1660; --exception-paper: #fdf0f8; --more: #a01c15; --less: #1c5530; --unsure: #7a4900;
    --none: #444444;
  }`
