// A calendar as a file, the way a browser sends one.
const BOUNDARY = 'a-boundary-of-no-file';

export function fileRequest(text: string, name = '日历.csv') {
  const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`;
  return {
    body: Buffer.from(`${head}${text}\r\n--${BOUNDARY}--\r\n`),
    headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
  };
}
