// P1 and P3: a whole run from the database, against reading the same rows and against SQL alone.
import Database from 'better-sqlite3';
import { runsService } from '../../server/appraisals/runs.service.ts';
import { jobsService } from '../../server/jobs/jobs.service.ts';
import type { Actor } from '../../server/permissions/actor.ts';
import { aSchool } from './a-school.ts';
import { atMost, ratios, type Row } from './measure.ts';

const hr: Actor = {
  accountId: 'acc_hr',
  staffNo: 'hr',
  cadreId: null,
  roles: [{ role: 'hr', units: null }],
  language: 'zh',
};

/** The contributions of every record written in SQL alone: severity, responsibility, level, role — nothing else. */
const CONTRIBUTIONS = `insert into contributions select id, cadre_id, case ledger
  when 'inaction' then -(case severity when 'minor' then 50 when 'general' then 200 when 'serious' then 500 else 1000 end)
    * (case responsibility when 'direct' then 2 else 1 end) / 2
    * (case finding when 'upheld' then 2 when 'mitigated' then 1 else 0 end) / 2
  else (case level when 'unit' then 100 when 'school' then 300 when 'provincial' then 500 else 800 end)
    * (case role when 'lead' then 10 when 'core' then 6 else 3 end) / 10 end
  from conduct_records where confirmed_at is not null and withdrawn_at is null`;

export async function scoringRun(cadreCount: number): Promise<Row[]> {
  const school = await aSchool(cadreCount, 20);
  const fault = (broken: unknown): never => {
    throw broken;
  };
  const jobs = jobsService({ ...school, onFault: fault });
  const runs = runsService({ ...school, jobs });
  const ours = async () => {
    const { job } = await runs.run(hr, { year: 2026 });
    const { state, problem } = await jobs.ended(job.id);
    if (state !== 'done') throw new Error(`the run is ${state}: ${problem}`);
  };

  const reader = new Database(school.file, { readonly: true });
  const tables = ['conduct_records', 'cadres', 'enrolments', 'measures', 'appointments'];
  const rawReading = () => {
    for (const table of tables)
      for (const row of reader.prepare(`select * from ${table}`).raw().iterate())
        if (row === null) throw new Error('no row');
  };
  const writer = new Database(':memory:');
  const inSql = () => {
    writer.exec(`attach '${school.file}' as school`);
    writer.exec('create table contributions (id text, cadre_id text, points int)');
    writer.exec(CONTRIBUTIONS.replace('from conduct_records', 'from school.conduct_records'));
    writer.exec('drop table contributions');
    writer.exec('detach school');
  };
  const about = `${cadreCount} 人 × 20 条`;
  const rows = [
    atMost(
      'P1',
      `整次测算 ÷ 原样读出同样的行 full run ÷ raw reading, ${about}`,
      1.5,
      await ratios(ours, rawReading),
    ),
    atMost(
      'P3',
      `整次测算 ÷ SQL 里只写分值 full run ÷ insert…select, ${about}`,
      1,
      await ratios(ours, inSql),
    ),
  ];
  reader.close();
  writer.close();
  await school.remove();
  return rows;
}
