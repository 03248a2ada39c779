// Feeds two terminals of xterm.js and says in which cells they differ.
// Reads lines of JSON [difference, whole]; answers each with a line of JSON: a list of [row, column, cell, cell].
const path = require("path");
const { Terminal } = require(path.resolve(process.argv[2], "@xterm/headless"));
const [cols, rows] = process.argv.slice(3).map(Number);
const terminals = [0, 1].map(() => new Terminal({ cols, rows, allowProposedApi: true }));

function cell(terminal, y, x) {
  const found = terminal.buffer.active.getLine(y).getCell(x);
  const text = found.getChars() || (found.getWidth() ? " " : "");
  const seen = [found.isInverse(), found.isUnderline(), found.isStrikethrough(), found.isOverline(), found.isBlink()];
  const ink = text === " " && !seen.some(Boolean) ? [] : [found.getFgColorMode(), found.getFgColor(), found.isBold(), found.isItalic(), found.isDim()];
  return JSON.stringify([text, found.getWidth(), found.getBgColorMode(), found.getBgColor(), ...seen, ...ink]);
}

const feed = (terminal, text) => new Promise((done) => terminal.write(Buffer.from(text, "utf8"), done));

async function main() {
  for await (const line of require("readline").createInterface({ input: process.stdin })) {
    const texts = JSON.parse(line);
    await Promise.all(terminals.map((terminal, n) => feed(terminal, texts[n])));
    const found = [];
    for (let y = 0; y < rows; y++)
      for (let x = 0; x < cols; x++) {
        const [one, other] = terminals.map((terminal) => cell(terminal, y, x));
        if (one !== other) found.push([y, x, one, other]);
      }
    console.log(JSON.stringify(found));
  }
}
main();
