// Passwords that are tried first. The words people choose, and what they hang on them, gathered by hand; the list is
// every combination of eight characters and more. Kept as rules because a list of words would hide its gaps.

/** Words, names and number games (520 我爱你, 1314 一生一世), lower case. */
const WORDS = `
  password passwd passwort pass secret letmein welcome login access master super superman batman dragon monkey shadow
  sunshine princess football baseball basketball soccer hockey iloveyou lovely love forever hello whatever freedom
  trustno1 starwars computer internet google apple samsung huawei xiaomi oracle cisco linux windows server system
  manager office work home summer winter spring autumn january monday sunday friday flower angel baby happy lucky
  cookie killer hunter ranger tiger jordan michael charlie thomas robert daniel jessica michelle ashley nicole
  admin administrator root user guest test testing demo sysadmin secadmin auditadmin default changeme temp abc abcd
  woaini woaiwo woaiwojia wo5201314 aini1314 ainiyiwannian woaizhongguo zhongguo beijing shanghai guangzhou shenzhen
  nanjing wuhan chengdu hangzhou xian tianjin chongqing huanying huanyingni nihao nihaoma mima wodemima mimamima
  meimima wojiushiwo woshishui caonima nimade shabi laopo laogong baobei qinqin xiaobao xiaoming xiaohong xiaoli
  tiantian kuaile xingfu pingan jiankang facai gongxifacai wanshiruyi yifanfengshun daxue xuexiao laoshi xuesheng
  jiaoshi xiaozhang shuji zuzhibu dangwei danganbu ganbu kaohe dandang zuoweidandang jiaowuchu renshichu
  qwe qwer qwert qwerty qwertyui qwertyuiop asd asdf asdfg asdfgh asdfghjk asdfghjkl zxc zxcv zxcvb zxcvbn zxcvbnm
  qaz qazwsx qazwsxedc wsx edc q1w2e3 q1w2e3r4 q1w2e3r4t5 1q2w3e 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qaz2wsx3edc zaq12wsx
  a1b2c3 a1b2c3d4 abc123 aa aaa aaaa asdqwe qweasd qweasdzxc aassdd qqwwee qq weixin taobao alipay zhifubao
  zhangwei wangwei wangfang liwei lina zhangmin lijing wangjing liuwei zhangjing zhangli wanglei liyang zhangyong
  liujie wangyan lijun zhangjie wangchao liming liuyang wangyong chenjie chenwei wangli zhangtao wangjie lixia
`
  .trim()
  .split(/\s+/u);

/** What follows a word, or comes before it. */
const HUNG_ON = `
  1 11 12 123 1234 12345 123456 1234567 12345678 123456789 1234567890 111 1111 11111 111111 000 0000 000000
  520 521 1314 5201314 1314520 666 6666 666666 888 8888 888888 999 9999 999999 168 1688 518 778 110 120 911
  123123 123321 112233 321 4321 654321 147258 147258369 159357 789 789456 789456123 007 69 99 100 1000
  2000 2008 2010 2015 2018 2019 2020 2021 2022 2023 2024 2025 2026 2027 1949 1980 1985 1990 1995 1999
  ! !! !@# !@#$ !@#$% @ @1 @12 @123 @1234 @123456 @888 @2024 @2025 @2026 #123 #1 . .. ... _ _123 -123 * ** abc a q z
`
  .trim()
  .split(/\s+/u);

const SHORTEST = 8;

/** The keys of a keyboard in the lines along which fingers run. */
const RUNS = [
  '1234567890-=',
  'qwertyuiop[]\\',
  "asdfghjkl;'",
  'zxcvbnm,./',
  '!@#$%^&*()_+',
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/',
  '1q2w3e4r5t6y7u8i9o0p',
  'qazwsxedcrfvtgbyhnujmikolp',
  'q1w2e3r4t5y6u7i8o9p0',
  'a1b2c3d4e5f6g7h8i9j0',
  '1a2b3c4d5e6f7g8h9i0j',
  '1!2@3#4$5%6^7&8*9(0)',
];
const LONGEST_RUN = 14;

const piecesOf = (run: string): string[] =>
  [run, run.split('').toReversed().join('')].flatMap((line) =>
    Array.from({ length: line.length }, (_, from) =>
      Array.from({ length: LONGEST_RUN - SHORTEST + 1 }, (__, more) =>
        line.slice(from, from + SHORTEST + more),
      ),
    ).flat(),
  );

const combined = [
  ...WORDS.flatMap((word) => [word, word + word, ...HUNG_ON.flatMap((end) => [word + end, end + word])]),
  ...RUNS.flatMap(piecesOf),
];

export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  combined.filter((password) => password.length >= SHORTEST),
);

/** Figures alone: birthdays, telephone and staff numbers, 5201314 and its like. */
const ONLY_FIGURES = /^\d+$/u;
const SHORTEST_OF_FIGURES = 15;
/** `P@ssw0rd` is `password`. */
const IN_DISGUISE: Readonly<Record<string, string>> = {
  '@': 'a',
  '0': 'o',
  $: 's',
  '3': 'e',
  '!': 'i',
  '1': 'i',
};

/** Up to its last letter: what is hung on a word is meant as it stands. */
const undisguised = (plain: string): string =>
  plain.replace(/^.*[a-z]/u, (word) => word.replaceAll(/[@0$3!1]/gu, (sign) => IN_DISGUISE[sign]!));

export function isCommon(password: string): boolean {
  const plain = password.normalize('NFKC').toLowerCase();
  if (ONLY_FIGURES.test(plain) && plain.length < SHORTEST_OF_FIGURES) return true;
  return COMMON_PASSWORDS.has(plain) || COMMON_PASSWORDS.has(undisguised(plain));
}
