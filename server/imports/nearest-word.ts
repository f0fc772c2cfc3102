/** The word of a list that was most likely meant, or null when none is near. */
export function nearestWord(typed: string, words: readonly string[]): string | null {
  const most = Math.max(1, Math.floor(typed.length / 2));
  let nearest: string | null = null;
  let best = most + 1;
  for (const word of words) {
    if (Math.abs(word.length - typed.length) >= best) continue;
    const distance = changesBetween(typed, word, best);
    if (distance < best) {
      best = distance;
      nearest = word;
    }
  }
  return nearest ?? words.find((word) => typed.length > 1 && word.includes(typed)) ?? null;
}

/** How many signs must be added, dropped or replaced; counting stops at `most`. */
function changesBetween(a: string, b: string, most: number): number {
  let before = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = before[j - 1]! + Number(a.charAt(i - 1) !== b.charAt(j - 1));
      row.push(Math.min(replaced, before[j]! + 1, row[j - 1]! + 1));
    }
    if (Math.min(...row) >= most) return most;
    before = row;
  }
  return before[b.length]!;
}
