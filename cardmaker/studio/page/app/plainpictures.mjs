// PNG and JPEG → the same for an engine that decodes neither: upright, in sRGB, no finer than print shows. The browser
// decodes them; a PNG is coded without filters, which Python would undo byte by byte.

const MOST = 1600; // dots along the longer side: 13 cm at 300 dpi, as large as a club's logo is printed
const QUALITY = 0.92;
const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10];
const RGBA = [8, 6, 0, 0, 0]; // depth, colour type, and methods: no interlace

/** The bytes of a picture of a *type*, coded plainly; an error if the browser can't decode it. */
export async function plainly(bytes, type) {
  const picture = await createImageBitmap(new Blob([bytes], { type }), { imageOrientation: "from-image" });
  const scale = Math.min(1, MOST / Math.max(picture.width, picture.height));
  const [width, height] = [picture.width, picture.height].map((side) => Math.max(1, Math.round(side * scale)));
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const pen = canvas.getContext("2d");
  pen.imageSmoothingQuality = "high";
  pen.drawImage(picture, 0, 0, width, height);
  picture.close();
  if (type !== "image/jpeg") return png(pen.getImageData(0, 0, width, height));
  const blob = await new Promise((done) => canvas.toBlob(done, type, QUALITY));
  return new Uint8Array(await blob.arrayBuffer());
}

async function png({ width, height, data }) {
  const row = 1 + 4 * width; // begins with its filter, 0 for none
  const rows = new Uint8Array(row * height);
  for (let y = 0; y < height; y += 1) rows.set(data.subarray(4 * width * y, 4 * width * (y + 1)), row * y + 1);
  const packed = new Response(new Blob([rows]).stream().pipeThrough(new CompressionStream("deflate")));
  const chunks = [
    Uint8Array.from(SIGNATURE),
    chunk("IHDR", [...fourBytes(width), ...fourBytes(height), ...RGBA]),
    chunk("IDAT", new Uint8Array(await packed.arrayBuffer())),
    chunk("IEND", []),
  ];
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

const fourBytes = (value) => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255);

function chunk(kind, data) {
  const out = new Uint8Array(12 + data.length);
  out.set(fourBytes(data.length));
  out.set(new TextEncoder().encode(kind), 4);
  out.set(data, 8);
  out.set(fourBytes(checkSum(out.subarray(4, 8 + data.length))), 8 + data.length);
  return out;
}

/** CRC-32, as PNG has it (ISO/IEC 15948, annex D). */
function checkSum(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 && 0xedb88320);
  }
  return ~sum >>> 0;
}
