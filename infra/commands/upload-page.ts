import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { fileHeaders, pageFile } from '../../lib/model/page-files.ts';
import { pageWith, type SignIn } from '../../lib/model/sign-in.ts';
import type { PageFiles } from '../../web/build/page.ts';

/**
 * Puts the built page into its bucket: the page itself last, so that whoever opens it finds all that it names. Files of
 * earlier versions stay for those who have them open.
 */
export async function uploadPage(s3: S3Client, bucket: string, files: PageFiles, signIn: SignIn): Promise<void> {
  for (const [path, body] of files) if (path !== pageFile) await put(s3, bucket, path, body);
  const html = files.get(pageFile)?.toString('utf8') ?? '';
  await put(s3, bucket, pageFile, Buffer.from(pageWith(html, signIn)));
}

async function put(s3: S3Client, Bucket: string, Key: string, Body: Buffer): Promise<void> {
  const { contentType, cacheControl } = fileHeaders(Key);
  await s3.send(new PutObjectCommand({ Bucket, Key, Body, ContentType: contentType, CacheControl: cacheControl }));
}
