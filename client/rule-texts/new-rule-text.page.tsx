import { go, query } from '../router.ts';
import { announceThere } from '../ui/announce.tsx';
import { useAsked } from '../ui/asked.ts';
import { Page } from '../ui/page.tsx';
import { Answer } from '../ui/states.tsx';
import { say } from '../words/language.ts';
import { ruleTextWords } from '../words/rule-texts.ts';
import { RuleTextForm } from './rule-text-form.tsx';
import { recordRuleText, type RuleText, ruleText } from './rule-texts.api.ts';

/** A rule recorded anew, or (`?replaces=`) in the place of another. */
export default function NewRuleTextPage() {
  const replaced = query().get('replaces');
  return replaced === null ? <NewText /> : <NewInPlaceOf id={replaced} />;
}

function NewText() {
  const words = say(ruleTextWords);
  return (
    <Page title={words.newTitle} lead={words.newLead}>
      <div class="narrow">
        <RuleTextForm
          submit={words.record}
          onCancel={() => go('/rule-texts')}
          onWritten={async (written) => {
            const { id } = await recordRuleText(written);
            announceThere(words.recorded);
            go(`/rule-texts/${id}`);
          }}
        />
      </div>
    </Page>
  );
}

function NewInPlaceOf({ id }: { id: string }) {
  const words = say(ruleTextWords);
  const asked = useAsked<RuleText>(ruleText(id));
  return (
    <Page title={words.replaceTitle} lead={asked.value && words.replaceLead(asked.value.title)}>
      <Answer of={asked}>
        {(text) => (
          <div class="narrow">
            <RuleTextForm
              text={text}
              submit={words.replace}
              asksReason
              onCancel={() => go(`/rule-texts/${id}`)}
              onWritten={async (written, reason) => {
                const replaces = { id, version: text.version, reason };
                const recorded = await recordRuleText({ ...written, replaces });
                announceThere(words.replaced);
                go(`/rule-texts/${recorded.id}`);
              }}
            />
          </div>
        )}
      </Answer>
    </Page>
  );
}
