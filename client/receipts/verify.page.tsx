import './receipts.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { instant } from '../numbers.ts';
import { session } from '../session.ts';
import { Entrance } from '../sign-in/entrance.tsx';
import { Page } from '../ui/page.tsx';
import { deedName } from '../words/audit.ts';
import { say } from '../words/language.ts';
import { entryChecks, keyChecks, placeChecks, receiptWords, signatureChecks } from '../words/receipts.ts';
import { roleName } from '../words/roles.ts';
import { canCheck, checkReceipt, type ReceiptChecks } from './check-receipt.ts';
import { FileOrText } from './file-or-text.tsx';
import { Fingerprint } from './fingerprint.tsx';
import { HeldHead } from './held-head.tsx';
import { OutcomeLine } from './outcome-line.tsx';
import { receiptFrom } from './read-receipt.ts';
import type { Receipt } from './receipts.api.ts';

/** Checks a receipt here, in the browser: the server is not asked. */
export default function VerifyPage() {
  const words = say(receiptWords);
  const [text, setText] = useState('');
  const receipt = text.trim() === '' ? null : receiptFrom(text);
  return (
    <Frame>
      {!canCheck() && (
        <p class="notice bad" role="alert">
          {words.noWebCrypto}
        </p>
      )}
      <FileOrText name="receipt" label={words.receipt} onText={setText} />
      {text.trim() !== '' && receipt === null && (
        <p class="notice bad" role="alert">
          {words.notReceipt}
        </p>
      )}
      {receipt !== null && canCheck() && <Checked key={text} receipt={receipt} />}
    </Frame>
  );
}

/** People who are signed in have the frame of the product around it already. */
function Frame({ children }: { children: ComponentChildren }) {
  const words = say(receiptWords);
  if (session.value) {
    return (
      <Page title={words.verify} lead={words.verifyLead}>
        {children}
      </Page>
    );
  }
  return (
    <Entrance title={words.verify} lead={words.verifyLead}>
      {children}
      <p>
        <a href="/sign-in">{words.toSignIn}</a>
      </p>
    </Entrance>
  );
}

function Checked({ receipt }: { receipt: Receipt }) {
  const words = say(receiptWords);
  const [checks, setChecks] = useState<ReceiptChecks | null>(null);
  useEffect(() => {
    let isLeft = false;
    void checkReceipt(receipt).then((done) => !isLeft && setChecks(done));
    return () => {
      isLeft = true;
    };
  }, [receipt.leafHash]);
  if (checks === null) return null;
  const outcomes = Object.values(checks);
  const verdict = outcomes.includes('fails') ? 'fails' : outcomes.includes('unable') ? 'unable' : 'holds';
  return (
    <section aria-live="polite" class="receipt-result">
      <p class={`notice ${{ fails: 'bad', unable: 'warn', holds: 'info' }[verdict]}`} data-verdict={verdict}>
        {{ fails: words.altered, unable: words.halfChecked, holds: words.sound }[verdict]}
      </p>
      <ul class="receipt-checks">
        <OutcomeLine outcome={checks.entry} words={say(entryChecks)} />
        <OutcomeLine outcome={checks.place} words={say(placeChecks)} />
        <OutcomeLine outcome={checks.key} words={say(keyChecks)} />
        <OutcomeLine outcome={checks.signature} words={say(signatureChecks)} />
      </ul>
      <Facts receipt={receipt} />
      <p class="notice warn">{words.compareFingerprint}</p>
      <p>
        <Fingerprint hash={receipt.head.keyId} />
      </p>
      <HeldHead head={receipt.head} />
    </section>
  );
}

function Facts({ receipt: { entry, sequence, head } }: { receipt: Receipt }) {
  const words = say(receiptWords);
  return (
    <dl class="facts">
      {entry !== null && (
        <>
          <Fact name={words.deed}>{deedName(entry.deed) ?? <code>{entry.deed}</code>}</Fact>
          <Fact name={words.at}>{instant(entry.at)}</Fact>
          <Fact name={words.duty}>{roleName(entry.duty)}</Fact>
          <Fact name={words.subject}>
            <code>{entry.subject}</code>
          </Fact>
          {entry.reason !== null && <Fact name={words.reason}>{entry.reason}</Fact>}
        </>
      )}
      <Fact name={words.place}>{words.placeOf(sequence + 1, head.size)}</Fact>
      <Fact name={words.headAt}>{instant(head.at)}</Fact>
    </dl>
  );
}

const Fact = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
