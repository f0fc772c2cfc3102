// The invented school: forty units in a tree, two levels below the school itself.
import type { UnitKind } from '../../scoring/index.ts';

export const SCHOOL = '明湖大学';

export interface DemoUnit {
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly parentCode: string | null;
  /** How its principal and deputies are called; a unit without has no cadres of its own. */
  readonly chief: string | null;
  readonly hasSecretary: boolean;
  /** 人、财、物、招生、基建、采购、纪检、审计. */
  readonly isSensitive: boolean;
}

const SENSITIVE = [
  '组织部',
  '纪委办公室',
  '人事处',
  '财务处',
  '资产管理处',
  '招生办公室',
  '基本建设处',
  '审计处',
  '后勤服务中心',
];

interface Group {
  readonly name: string;
  readonly kind: UnitKind;
  readonly members: readonly (readonly [name: string, chief: string])[];
}

const GROUPS: readonly Group[] = [
  {
    name: '党群部门',
    kind: 'party',
    members: [
      ['党委办公室', '主任'],
      ['组织部', '部长'],
      ['宣传部', '部长'],
      ['统战部', '部长'],
      ['纪委办公室', '主任'],
      ['学生工作部', '部长'],
      ['保卫部', '部长'],
    ],
  },
  {
    name: '行政部门',
    kind: 'administration',
    members: [
      ['校长办公室', '主任'],
      ['人事处', '处长'],
      ['教务处', '处长'],
      ['科研处', '处长'],
      ['研究生院', '院长'],
      ['财务处', '处长'],
      ['资产管理处', '处长'],
      ['招生办公室', '主任'],
      ['基本建设处', '处长'],
      ['审计处', '处长'],
    ],
  },
  {
    name: '学院',
    kind: 'college',
    members: [
      ['文学院', '院长'],
      ['数学科学学院', '院长'],
      ['物理学院', '院长'],
      ['化学化工学院', '院长'],
      ['生命科学学院', '院长'],
      ['信息工程学院', '院长'],
      ['经济管理学院', '院长'],
      ['法学院', '院长'],
      ['外国语学院', '院长'],
      ['马克思主义学院', '院长'],
    ],
  },
  {
    name: '附属医院',
    kind: 'hospital',
    members: [
      ['附属第一医院', '院长'],
      ['附属第二医院', '院长'],
    ],
  },
  {
    name: '直属单位',
    kind: 'service',
    members: [
      ['图书馆', '馆长'],
      ['后勤服务中心', '主任'],
      ['网络信息中心', '主任'],
      ['档案馆', '馆长'],
      ['出版社', '社长'],
    ],
  },
];

const school: DemoUnit = {
  code: '000',
  name: SCHOOL,
  kind: 'administration',
  parentCode: null,
  chief: null,
  hasSecretary: false,
  isSensitive: false,
};

export const units: readonly DemoUnit[] = [
  school,
  ...GROUPS.flatMap(({ name, kind, members }, group): DemoUnit[] => {
    const code = `${group + 1}00`;
    const head = { ...school, code, name, kind, parentCode: school.code };
    return [
      head,
      ...members.map(([member, chief], i) => ({
        code: `${group + 1}${String(i + 1).padStart(2, '0')}`,
        name: member,
        kind,
        parentCode: code,
        chief,
        hasSecretary: kind === 'college' || kind === 'hospital',
        isSensitive: SENSITIVE.includes(member),
      })),
    ];
  }),
];

/** The units that have cadres of their own. */
export const staffedUnits = units.filter(({ chief }) => chief !== null);
export const unitNamed = (name: string): DemoUnit => units.find((unit) => unit.name === name)!;
