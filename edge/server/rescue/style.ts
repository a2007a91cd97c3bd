/** The look of the page, inside it: nothing else is served in the clear. Colours are those of the floor's tokens. */
export const STYLE = `
* { box-sizing: border-box }
html { background: #dfe2e5; color: #16191d; font: 20px/1.5 system-ui, sans-serif; -webkit-text-size-adjust: 100% }
body { margin: 0 }
header { display: flex; flex-wrap: wrap; gap: 12px 24px; align-items: center; justify-content: space-between;
  background: #33383f; color: #fff; padding: 12px 24px }
main { max-width: 880px; margin: 0 auto; padding: 24px }
h1 { font-size: 34px; line-height: 1.2; margin: 0 0 16px }
h2 { font-size: 26px; margin: 32px 0 12px }
h3 { font-size: 22px; margin: 0 0 8px }
p { margin: 0 0 12px }
ol { list-style: none; margin: 0; padding: 0; display: grid; gap: 16px }
li { background: #fff; border: 1px solid #666e78; border-radius: 6px; padding: 20px; display: grid;
  grid-template-columns: 56px 1fr; gap: 4px 16px }
li > b { grid-row: span 9; width: 56px; height: 56px; border-radius: 28px; background: #0b4f8a; color: #fff;
  font-size: 28px; display: grid; place-items: center }
li > * { grid-column: 2; min-width: 0 }
li > b { grid-column: 1 }
a { display: inline-flex; align-items: center; min-height: 56px; padding: 12px 24px; border-radius: 6px;
  background: #0b4f8a; color: #fff; font-weight: 600; text-decoration: none; overflow-wrap: anywhere; justify-self: start }
a.primary { min-height: 96px; font-size: 26px }
header a { background: #fff; color: #16191d }
a:focus-visible { outline: 3px solid #0b4f8a; outline-offset: 2px; box-shadow: 0 0 0 2px #fff }
code { font: 18px/1.4 ui-monospace, monospace; overflow-wrap: anywhere }
.loss { border-left: 8px solid #b3161b; background: #fff; padding: 12px 16px; font-weight: 600 }
`
