import './accounts.css';
import { may } from '../session.ts';
import { Page } from '../ui/page.tsx';
import { Empty } from '../ui/states.tsx';
import { say } from '../words/language.ts';
import { securityWords } from '../words/account-security.ts';
import { accountWords } from '../words/accounts.ts';
import { shellWords } from '../words/shell.ts';
import { AccountList } from './account-list.tsx';
import { Decisions } from './decisions.tsx';
import { FirstHeadSection } from './first-head.tsx';
import { GuardedAccountList } from './guarded-accounts.tsx';
import { OwnProposals } from './own-proposals.tsx';

/** Accounts and grants: each of the three who work on them sees only their own part. */
export default function AccountsPage() {
  const words = say(accountWords);
  const creates = may('account.create');
  const proposes = may('account.role.propose');
  const decides = may('account.role.grant');
  const lead = creates ? words.leadSysadmin : proposes ? words.leadProposer : words.leadDecider;
  return (
    <Page title={say(shellWords).accounts} lead={lead} actions={proposes && <ProposerDeeds />}>
      {creates && <AccountList />}
      {proposes && <OwnProposals />}
      {decides && (
        <>
          <FirstHeadSection />
          <Decisions />
          <GuardedAccountList />
        </>
      )}
      {!creates && !proposes && !decides && <Empty title={say(shellWords).notAllowed} />}
    </Page>
  );
}

function ProposerDeeds() {
  const words = say(accountWords);
  return (
    <>
      <a class="button" href="/accounts/slips">
        {words.slips}
      </a>
      <a class="button" href="/accounts/ends">
        {say(securityWords).proposeEnds}
      </a>
      <a class="button primary" href="/accounts/propose">
        {words.propose}
      </a>
    </>
  );
}
