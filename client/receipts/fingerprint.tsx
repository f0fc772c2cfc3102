/** A hash in groups of four, so that it can be read out, copied by hand and compared. */
export const Fingerprint = ({ hash }: { hash: string }) => (
  <code class="fingerprint">{(hash.match(/.{1,4}/g) ?? []).join(' ')}</code>
);
