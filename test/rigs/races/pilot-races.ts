import { eq } from 'drizzle-orm';
import { headersOf, type Visitor } from '../support/ask.ts';
import { arranged, type Course, oneWinner, type Race } from './race.ts';

interface Pilot {
  readonly id: string;
  readonly version: number;
}

async function drafted(course: Course): Promise<Pilot> {
  const { read, tables } = course.product.node.store;
  const [unit] = await read.select({ id: tables.units.id }).from(tables.units).limit(1);
  return arranged<Pilot>(
    course.ask({
      method: 'POST',
      path: '/api/pilots',
      body: {
        title: course.fresh('试点'),
        unitId: unit!.id,
        purpose: '试行项目经费包干制，减少报销环节',
        decision: '校党委会 2026 年第 3 次会议纪要',
        riskAssessment: '经费使用不当的风险，由财务处按月抽查',
        limits: '每项不超过五万元，不超过十个项目',
        startsOn: '2027-01-01',
        endsOn: '2027-12-31',
      },
      headers: headersOf(course.racer('hr', 1), course.fresh('key')),
    }),
  );
}

const moving = (course: Course, visitor: Visitor, { id, version }: Pilot, event: string) => ({
  method: 'POST' as const,
  path: `/api/pilots/${id}/events`,
  body: { event, version, reason: '按程序办理', data: {} },
  headers: headersOf(visitor, course.fresh('key')),
});

/** Each event raises the version by one and is kept as one row: no two of one version, none without its row. */
async function eventsOf({ product }: Course, { id, version }: Pilot): Promise<string[]> {
  const { read, tables } = product.node.store;
  const [file] = await read.select().from(tables.files).where(eq(tables.files.id, id));
  const events = await read.select().from(tables.fileEvents).where(eq(tables.fileEvents.fileId, id));
  const since = events.filter((event) => event.version > version);
  const isOnce = file?.version === version + 1 && since.length === 1 && since[0]?.toState === file.state;
  return isOnce ? [] : [`version ${version} → ${file?.version}, ${since.length} events`];
}

const submittedOrWithdrawn: Race = {
  name: 'a pilot submitted twice and withdrawn',
  weight: 10,
  async start(course) {
    const pilot = await drafted(course);
    const events = ['submit', 'submit', 'withdraw'];
    return {
      questions: events.map((event) => moving(course, course.racer('hr', 1), pilot, event)),
      judge: async (answers) => [...oneWinner(answers), ...(await eventsOf(course, pilot))],
    };
  },
};

export const pilotRaces: readonly Race[] = [submittedOrWithdrawn];
