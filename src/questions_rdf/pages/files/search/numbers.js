// The number of a question in what was typed, in the notations that people use: "15698",
// "QE n° 15698", "question écrite 15698", "QANR5L16QE15698", "16-15698QE", an address of the Assembly.

import { settings } from "../query/settings.js";
import { folded } from "./words.js";

const NUMBER = String.raw`(\d{1,3}(?:[ .]\d{3})+|\d{1,6})(?![-–/.,]?\d)`;
const SIGN = String.raw`(?:n ?[°º]|no?\.?|num(?:ero)?\.?)`;
const WRITTEN = "ecrites?";
const ORAL = "orales?(?: sans debat)?";
const TO_GOVERNMENT = "(?:au|du) gouvernement";
const END = String.raw`(?![\p{L}\p{N}])`;
const START = String.raw`(?<![\p{L}\p{N}])`;

// The whole word around, such as an address, belongs to it.
const IDENTIFIER = /\S*?qanr5l(\d{1,3})(qe|qg|qosd)(\d+)(?!\d)\S*/u;
const OF_LEGISLATURE = /\S*?(?<!\d)(\d{1,2})-(\d{1,6}) ?(qe|qg|qosd)(?![\p{L}\p{N}])\S*/u;
const ALONE = new RegExp(String.raw`^\s*(?:${SIGN} ?)?([12]?\d)-(\d{1,6})\s*$`, "u"); // 78-17 is a law
const NAMED = new RegExp(
  `${START}(?:(qe|qg|qosd) ?${SIGN}?|questions? (?:(${WRITTEN})|(${ORAL})|(${TO_GOVERNMENT}))? ?${SIGN}?|${SIGN}) ?${NUMBER}${END}`,
  "u",
);
const FOLLOWED = new RegExp(`${START}${NUMBER} ?(qe|qg|qosd)${END}`, "u");
const BARE = new RegExp(String.raw`^\s*${NUMBER}\s*$`, "u");
const LEGISLATURE = /(?<![\p{L}\p{N}])(?:l ?(\d{1,2})|(\d{1,2}) ?(?:e|eme|re|th)? (?:legislature|leg\.?))(?![\p{L}\p{N}])/u;

// What was typed, with the number alone in the place of the notation; the number, and the nature and
// the legislature if they were said. Nothing if there is no such notation.
export function reading(typed) {
  const text = folded(typed).replace(/\s+/g, " ");
  const found = notation(text);
  if (!found) return null;
  const number = found.number.replace(/\D/g, "").replace(/^0+(?=\d)/, "");
  let rest = text.slice(0, found.from) + ` ${number} ` + text.slice(found.to);
  let { legislature } = found;
  const said = legislature ? null : rest.match(LEGISLATURE);
  if (said) {
    legislature = said[1] ?? said[2];
    rest = rest.replace(said[0], " ");
  }
  return { text: rest, number, nature: settings.natures[found.nature], legislature };
}

function notation(text) {
  const forms = [
    [IDENTIFIER, (legislature, nature, number) => ({ legislature, nature, number })],
    [OF_LEGISLATURE, (legislature, number, nature) => ({ legislature, nature, number })],
    [ALONE, (legislature, number) => ({ legislature, number })],
    [FOLLOWED, (number, nature) => ({ nature, number })],
    [NAMED, (short, written, oral, government, number) => ({
      nature: short ?? (written && "qe") ?? (oral && "qosd") ?? (government && "qg"),
      number,
    })],
    [BARE, (number) => ({ number })],
  ];
  for (const [form, said] of forms) {
    const match = text.match(form);
    if (match) return { ...said(...match.slice(1)), from: match.index, to: match.index + match[0].length };
  }
  return null;
}
