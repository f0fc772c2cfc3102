import { citizenId, code, day, flag, personName, phone, required, text } from './columns.ts';
import { rankWords, templateWords, unitKindWords } from './dictionaries.ts';
import { sheet } from './sheet-description.ts';
import { word } from './word-columns.ts';

/** How every sheet about people begins. The name guards against a wrong number. */
export const staffNo = required(code('工号', { aliases: ['工作证号', '职工号', '人员编号', '教工号'] }));
export const nameToCheck = personName('姓名', { hint: '可不填；填了就与名册核对' });

const unitCode = (header: string, hint: string) =>
  code(header, {
    hint,
    aliases: header === '单位编码' ? ['单位代码', '单位编号', '部门编码', '所在单位编码'] : [],
  });
const postCode = code('岗位编码', {
  aliases: ['岗位代码', '岗位编号', '编号', '关联岗位编码'],
  hint: '“岗位”表或名册中的编码',
});

export const unitSheet = sheet(
  '单位',
  {
    code: required(unitCode('单位编码', '单位的唯一编码')),
    name: required(text('单位名称', 100, { aliases: ['名称', '单位'], width: 28 })),
    kind: required(word('单位类别', unitKindWords, { aliases: ['类别', '单位类型'] })),
    parentCode: code('上级单位编码', { aliases: ['上级单位', '上级编码'], hint: '没有上级则空' }),
  },
  { key: ['code'], aliases: ['单位信息', '机构'] },
);

export const postSheet = sheet(
  '岗位',
  {
    code: required(postCode),
    name: required(text('岗位名称', 100, { aliases: ['名称', '岗位'], width: 24 })),
    unitCode: required(unitCode('单位编码', '岗位所在单位的编码')),
    rank: word('职级', rankWords, { aliases: ['级别', '行政级别'] }),
    isChief: flag('是否正职', { aliases: ['正职'] }),
    isSensitive: flag('敏感岗位', { aliases: ['敏感', '是否敏感'] }),
  },
  { key: ['code'], aliases: ['岗位信息'] },
);

export const cadreSheet = sheet(
  '干部',
  {
    staffNo,
    name: required(personName('姓名')),
    formerName: personName('曾用名', { aliases: ['原姓名'], hint: '改名时填名册中的旧姓名' }),
    citizenId: citizenId('身份证号', { aliases: ['身份证号码', '证件号码'] }),
    phone: phone('手机', { aliases: ['手机号', '电话', '联系电话'] }),
    unitCode: unitCode('单位编码', '“单位”表或名册中的编码'),
    postTitle: text('职务', 100, { aliases: ['现任职务'], width: 24 }),
    unitAndPost: text('所在单位及职务', 200, {
      aliases: ['单位及职务', '单位职务'],
      hint: '代替“单位编码”与“职务”两列：单位名称之后写职务',
      width: 30,
    }),
    rank: word('职级', rankWords, { aliases: ['级别', '行政级别'] }),
    template: required(word('类别', templateWords, { aliases: ['考核类别', '干部类别'] })),
    cadreSince: day('任干部日期', { aliases: ['任中层干部日期', '首任中层日期'] }),
    retiresOn: day('退休日期', { aliases: ['预计退休日期'] }),
    isSpecialist: flag('专业特殊', { aliases: ['专业性强'] }),
    isPartySecretary: flag('党组织书记', { aliases: ['是否党组织书记', '书记'] }),
  },
  { key: ['staffNo'], aliases: ['干部名册', '干部信息', '名册'] },
);

export const appointmentSheet = sheet(
  '任职',
  {
    staffNo,
    name: nameToCheck,
    postCode: required(postCode),
    from: required(day('起', { aliases: ['任职日期', '开始日期', '起始日期', '任职起'] })),
    to: day('止', { aliases: ['离任日期', '结束日期', '任职止', '免职日期'] }),
    isSensitive: flag('敏感', { aliases: ['敏感岗位', '是否敏感'], hint: '空则按岗位' }),
  },
  { key: ['staffNo', 'postCode', 'from'], aliases: ['任职经历', '任职信息'] },
);

export const rosterSheets = {
  units: unitSheet,
  posts: postSheet,
  cadres: cadreSheet,
  appointments: appointmentSheet,
};
export const accountSheets = {
  accounts: sheet('账号', { staffNo }, { key: ['staffNo'], aliases: ['帐号', '账户'] }),
};
