/** Lighthouse on a phone: accessibility, best practices and SEO must be 100; performance is for the bench. */
import { launch, type Browser } from 'puppeteer-core';
import { chromiumArgs, needChromium } from '../browsers.ts';
import { verdict, type Verdict } from './gate.ts';

export interface Scores {
  page: string;
  /** 0 to 100, by category. */
  scores: Record<string, number>;
  /** What cost points. */
  faults: string[];
  lcpMs: number;
  blockingMs: number;
}

async function score(browser: Browser, page: string, categories: readonly string[]): Promise<Scores> {
  const { default: lighthouse } = await import('lighthouse');
  const tab = await browser.newPage();
  try {
    const result = await lighthouse(
      page,
      { onlyCategories: [...categories], logLevel: 'error', output: 'json' },
      undefined,
      tab,
    );
    const report = result!.lhr;
    if (report.runtimeError) throw new Error(`${page}: ${report.runtimeError.message}`);
    const scores = Object.fromEntries(
      Object.entries(report.categories).map(([id, { score }]) => [id, Math.round((score ?? 0) * 100)]),
    );
    const faults = Object.values(report.categories).flatMap(({ auditRefs, score }) =>
      score === 1
        ? []
        : auditRefs
            .filter(({ id, weight }) => weight > 0 && (report.audits[id]?.score ?? 1) < 1)
            .map(
              ({ id }) =>
                `${report.audits[id]!.title}: ${JSON.stringify(report.audits[id]!.details ?? {}).slice(0, 300)}`,
            ),
    );
    const number = (id: string): number => report.audits[id]?.numericValue ?? 0;
    return {
      page,
      scores,
      faults,
      lcpMs: number('largest-contentful-paint'),
      blockingMs: number('total-blocking-time'),
    };
  } finally {
    await tab.close();
  }
}

/** Scores of each page, one after another. */
export async function lighthouseScores(pages: readonly string[], categories: readonly string[]): Promise<Scores[]> {
  const browser = await launch({ executablePath: await needChromium(), headless: true, args: chromiumArgs });
  try {
    const all: Scores[] = [];
    for (const page of pages) all.push(await score(browser, page, categories));
    return all;
  } finally {
    await browser.close();
  }
}

/** The gate. */
export async function checkLighthouse(pages: readonly string[]): Promise<Verdict> {
  const all = await lighthouseScores(pages, ['accessibility', 'best-practices', 'seo']);
  const problems = all.flatMap(({ page, scores, faults }) =>
    Object.entries(scores)
      .filter(([, points]) => points < 100)
      .map(([category, points]) => [`${page}: ${category} is ${points}, must be 100`, ...faults].join('\n    ')),
  );
  return verdict(all.length * 3, problems);
}
