//! Pictures: a figure drawn apart from the page, and an SVG document as pixels.

use js_sys::{Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement, Url};

use super::charts::{DrawError, markup};
use super::download::blob;
use crate::export::{Draft, SvgDocument};

/// The media type of a picture that is a document.
pub const SVG: &str = "image/svg+xml";

/// Why there is no PNG.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum NoPng {
    /// The browser has no canvas of this size, or no memory for it.
    #[error("the browser has no room for a picture of this size")]
    TooLarge,
    /// The browser does not show the document to the canvas, or not the canvas to the page.
    #[error("the browser does not let the page make pictures")]
    Blocked,
}

/// The document of a picture, its chart drawn by ECharts.
///
/// # Errors
/// When ECharts has not arrived, or refuses.
pub fn drawn(draft: Draft) -> Result<SvgDocument, DrawError> {
    let chart = draft.chart().map(|(option, size)| markup(option, size)).transpose()?;
    Ok(draft.laid_out.document(&chart.unwrap_or_default()))
}

/// An address of a document within the page, for as long as this lives.
pub struct PictureUrl(String);

impl PictureUrl {
    /// The address of a document; nothing where the browser gives none.
    pub fn new(svg: &str) -> Option<Self> {
        let blob = blob(SVG, svg.as_bytes()).ok()?;
        Url::create_object_url_with_blob(&blob).ok().map(Self)
    }

    /// The address itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Drop for PictureUrl {
    fn drop(&mut self) {
        // An address that is gone already needs no letting go.
        let _ = Url::revoke_object_url(&self.0);
    }
}

/// A picture as PNG, so many pixels for each of its own.
///
/// # Errors
/// When the browser has no room for it, or forbids it.
pub async fn png(picture: &SvgDocument, scale: u32) -> Result<Blob, NoPng> {
    let url = PictureUrl::new(&picture.enlarged(scale)).ok_or(NoPng::Blocked)?;
    let image = HtmlImageElement::new().map_err(|_| NoPng::Blocked)?;
    image.set_src(url.as_str());
    JsFuture::from(image.decode()).await.map_err(|_| NoPng::Blocked)?;
    let (width, height) = (picture.width_px * scale, picture.height_px * scale);
    let canvas = painted(&image, (width, height)).ok_or(NoPng::TooLarge)?;
    // A canvas that the browser does not show throws; one that it has no room for gives nothing.
    let taken = Promise::new(&mut |resolve, reject| {
        if let Err(error) = canvas.to_blob(&resolve) {
            // Rejecting cannot fail.
            let _ = reject.call1(&JsValue::NULL, &error);
        }
    });
    let taken = JsFuture::from(taken).await.map_err(|_| NoPng::Blocked)?;
    taken.dyn_into().map_err(|_| NoPng::TooLarge)
}

/// The same as the bytes of a file.
///
/// # Errors
/// When the browser has no room for it, or forbids it.
pub async fn png_bytes(picture: &SvgDocument, scale: u32) -> Result<Vec<u8>, NoPng> {
    let blob = png(picture, scale).await?;
    let buffer = JsFuture::from(blob.array_buffer()).await.map_err(|_| NoPng::Blocked)?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// The picture on a canvas; nothing where there is no canvas so large.
fn painted(image: &HtmlImageElement, (width, height): (u32, u32)) -> Option<HtmlCanvasElement> {
    let document = web_sys::window()?.document()?;
    let canvas: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width(width);
    canvas.set_height(height);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    let (width, height) = (f64::from(width), f64::from(height));
    context.draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, width, height).ok()?;
    Some(canvas)
}
