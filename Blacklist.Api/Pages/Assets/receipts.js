// Where the browser can read codes itself, a photo of the report's QR code fills in the reference. The image stays on this machine.
"use strict";

if ("BarcodeDetector" in window) {
  document.getElementById("code-part").hidden = false;
  document.getElementById("code").addEventListener("change", async (event) => {
    const unread = document.getElementById("code-unread");
    unread.hidden = true;
    try {
      const image = await createImageBitmap(event.target.files[0]);
      const [code] = await new BarcodeDetector({ formats: ["qr_code"] }).detect(image);
      document.getElementById("reference").value = code.rawValue;
    } catch {
      unread.hidden = false;
    }
  });
}
