import { Refused } from '../http/problem.ts';
import { type Command, EXIT } from './command.ts';
import { databaseOptions, settingsOf, withProduct } from './database-options.ts';

const usage = 'create-admins [--database url]';

export const command: Command = {
  usage,
  about: {
    zh: '首次启动：建立三员账号，各给一个一次性密码（只显示一次）',
    en: 'First start: creates the three admins, each with a one-time password that is shown once',
  },
  options: databaseOptions,
  run: (given, terminal) =>
    withProduct(settingsOf(given, usage), terminal, async ({ services }) => {
      try {
        const admins = await services.accounts.createAdmins();
        terminal.out(`${JSON.stringify(admins)}\n`);
        terminal.say(
          terminal.language === 'zh'
            ? '请分别交给三个人；各人首次登录后须设置自己的密码。'
            : 'Hand them to three different people; each has to choose an own password at the first sign-in.',
        );
        return EXIT.done;
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        terminal.say(error.kind.title[terminal.language]);
        return EXIT.notSo;
      }
    }),
};
