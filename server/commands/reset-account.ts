import { refusalsInWords } from './acting-as.ts';
import { BadInput, type Command, EXIT } from './command.ts';
import { databaseOptions, settingsOf, withProduct } from './database-options.ts';

const usage = 'reset-account <staff number> [--database url]';

export const command: Command = {
  usage,
  about: {
    zh: '在服务器上重置三员之一、或唯一的组织部负责人的账号，给一个一次性密码（只显示一次）；其他账号由安全保密管理员重置',
    en: 'Resets one of the three admins, or the only head of HR, with a one-time password shown once; others are reset by the security admin',
  },
  options: databaseOptions,
  run: (given, terminal) =>
    refusalsInWords(terminal, async () => {
      const [staffNo, ...more] = given.positionals;
      if (staffNo === undefined || more.length > 0) throw new BadInput([`用法 usage: dandang ${usage}`]);
      const config = settingsOf({ ...given, positionals: [] }, usage);
      return withProduct(config, terminal, async ({ services }) => {
        terminal.out(`${JSON.stringify(await services.resetOnServer.reset(staffNo))}\n`);
        terminal.say(
          terminal.language === 'zh'
            ? '原密码、第二因素和所有登录都已作废。请当面交给本人；登录后须设置自己的密码和第二因素。'
            : 'The old password, second factor and sessions are void. Hand it over in person; an own password and a second factor have to be set after signing in.',
        );
        return EXIT.done;
      });
    }),
};
