// Paths as text: free of the browser, so that they can be tested anywhere.

export type Params = Readonly<Record<string, string>>;

/** The named parts of `path` if it has the shape of `pattern` (`/years/:year`), else null. */
export function paramsOf(pattern: string, path: string): Params | null {
  const wanted = pattern.split('/');
  const given = path.replace(/(?<=.)\/+$/, '').split('/');
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [place, part] of wanted.entries()) {
    const text = given[place] ?? '';
    if (part.startsWith(':')) {
      if (text === '') return null;
      params[part.slice(1)] = decoded(text);
    } else if (part !== text) return null;
  }
  return params;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What a query may be made of; null, undefined and '' leave the key out. */
export type QueryParts = Readonly<Record<string, string | number | null | undefined>>;

/** `path?query` with the keys of `parts` set over those of `search`. */
export function withQuery(path: string, parts: QueryParts, search = ''): string {
  const query = new URLSearchParams(search);
  for (const [key, value] of Object.entries(parts)) {
    if (value === null || value === undefined || value === '') query.delete(key);
    else query.set(key, String(value));
  }
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}
