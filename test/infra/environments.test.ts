import { describe, expect, it } from '@jest/globals';
import { partsOf } from '../../infra/api/http-api.ts';
import { environmentName, environments, settingsOf } from '../../infra/environments.ts';

describe('The environment to deploy', () => {
  it.each([
    [undefined, 'it is missing'],
    ['', 'it is missing'],
    ['production', '"production" is none'],
    ['toString', '"toString" is none'],
  ])('is asked for when it is %j', (given, why) => {
    expect(() => environmentName(given)).toThrow(`Which environment? Say -c env=dev|staging|prod (${why}).`);
  });

  it('is asked for by the option of the command', () => {
    expect(() => environmentName(undefined, '--env ')).toThrow(
      'Which environment? Say --env dev|staging|prod (it is missing).',
    );
  });

  it('is one of three', () => {
    expect(['dev', 'staging', 'prod'].map((name) => environmentName(name))).toEqual(['dev', 'staging', 'prod']);
  });
});

describe('The settings of production', () => {
  it('are refused while they are examples, by name', () => {
    expect(() => settingsOf('prod')).toThrow(
      'infra/environments.ts, prod: put your own values for account, webhookDomain, alarmEmail, runbookUrl.',
    );
  });

  it('are taken when they are filled in', () => {
    const own = {
      account: '444455556666',
      webhookDomain: { name: 'hooks.myata.ru', certificateArn: 'arn:aws:acm:eu-central-1:444455556666:certificate/1' },
      alarmEmail: 'ops@myata.ru',
      runbookUrl: 'https://git.myata.ru/connector/docs/runbook.md',
    };
    const prod = { ...environments.prod, ...own };
    expect(settingsOf('prod', { ...environments, prod })).toBe(prod);
  });
});

describe('A route key', () => {
  it.each(['GET', 'GET api/me', 'FETCH /api/me', 'GET /api/me x'])('is not %j, and is then not deployed', (key) => {
    expect(() => partsOf(key)).toThrow('no route key');
  });
});
