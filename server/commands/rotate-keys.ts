import { rotateSessionKey } from '../keys/key-file.ts';
import { surroundings } from '../main.ts';
import { BadInput, type Command, EXIT } from './command.ts';
import { databaseOptions, inWords, settingsOf } from './database-options.ts';
import { dropOldDataKeys, rotateDataKey } from './rotate-data-key.ts';

const usage = 'rotate-keys --session | --data [--drop-old] [--database url]';

export const command: Command = {
  usage,
  about: {
    zh:
      '--session 更换签署登录的密钥，重启后启用；已登录的人不受影响，旧密钥二十四小时后不再认。' +
      '--data 更换封存证件号等内容的密钥并逐批重新封存，中断后再运行即可接着做；--drop-old 弃用旧密钥',
    en:
      '--session changes the key that signs sessions, taken up by a restart; nobody is signed out, and the old key counts for another 24 hours. ' +
      '--data changes the key that seals citizen IDs and the like and seals them anew batch by batch: run again, it goes on; --drop-old drops old keys',
  },
  options: {
    ...databaseOptions,
    session: { type: 'boolean' },
    data: { type: 'boolean' },
    'drop-old': { type: 'boolean' },
  },
  run: async (given, terminal) => {
    if (given.values['data'] === true) {
      const config = settingsOf(given, usage);
      return given.values['drop-old'] === true
        ? dropOldDataKeys(config, terminal)
        : rotateDataKey(config, terminal);
    }
    if (given.values['session'] !== true) throw new BadInput([`用法 usage: dandang ${usage}`]);
    const { keyFile, keyOverrides } = settingsOf(given, usage);
    if (keyOverrides.signingKey !== undefined)
      throw new BadInput([
        'SIGNING_KEY: 密钥由环境变量给出，请在其中把新密钥放在旧密钥之前 given by the environment: put the new key before the old one there',
      ]);
    inWords(() => rotateSessionKey(keyFile, surroundings.now()));
    terminal.out(`${JSON.stringify({ keyFile })}\n`);
    terminal.say(
      terminal.language === 'zh'
        ? '已更换。请在二十四小时内重启各个节点。'
        : 'Changed. Restart every node within 24 hours.',
    );
    return EXIT.done;
  },
};
