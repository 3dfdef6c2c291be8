// Sides as SVG → pictures in dots, drawn by the browser: PNG and JPEG, as messengers take them.

const DOTS = 200 / 25.4; // a mm: small print is still read on a telephone, and A4 is 1 MB
const QUALITY = 0.92;
export const KINDS = { png: "image/png", jpg: "image/jpeg" };

/** The bytes of an SVG, drawn on white as a picture of a kind of KINDS. */
export async function drawn(svg, kind) {
  const [w, h] = ["width", "height"].map((side) =>
    Number(new RegExp(`<svg[^>]*\\s${side}="([\\d.]+)`).exec(new TextDecoder().decode(svg.subarray(0, 2000)))[1]),
  );
  const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image(Math.round(w * DOTS), Math.round(h * DOTS));
    image.src = url;
    await image.decode();
    return await onCanvas(image, kind);
  } finally {
    URL.revokeObjectURL(url);
  }
}

async function onCanvas(image, kind) {
  const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((done) => canvas.toBlob(done, KINDS[kind], QUALITY));
  return new Uint8Array(await blob.arrayBuffer());
}
