"""Of the theme's styles a page gets only the rules that the site can use, and looks the same."""

from __future__ import annotations

import gzip
from base64 import b64encode
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from mkdocs.config import load_config

from macros.data.load import ROOT
from macros.site.publish import STYLES
from macros.site.styles import Used, reduced
from tests.site.readers import ready

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route, ViewportSize

KINDS = {
    "home": "",
    "situations": "contoh/",
    "scenario": "contoh/sakit/",
    "tip": "cara/5-beri-alasan-jujur-satu-kalimat/",
    "questions": "tanya/",
    "contribute": "kontribusi/",
    "about": "tentang/",
    "missing": "404.html",
}
PHONE: ViewportSize = {"width": 360, "height": 740}
DESK: ViewportSize = {"width": 1280, "height": 800}

LOOKS: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light", "media": "screen"},
    "dark": {"color_scheme": "dark", "media": "screen"},
    "print": {"color_scheme": "light", "media": "print"},
}
STILL = "*,::before,::after,::placeholder{transition:none!important;animation:none!important;caret-color:transparent}"
# Two pictures of one page may differ by the edges of a curve: a letter has more dots than that.
TRIES = 4
NOISE = 24

# What the pages and the script of the small site below hold.
PAGES = ['<p title="1 > 2" class="a b" data-x="one two" lang="id"><em id="c">prose</em></p><ul hidden></ul>']
SCRIPTS = [
    '// remark\ne.classList.add("made");p.querySelector(".sought");q.className="kind--"+n;document.createElement("hr")'
]


@pytest.mark.parametrize(
    "kept",
    [
        "p{x:y}",
        ".a .b{x:y}",
        "#c{x:y}",
        "*{x:y}",
        "p>em+ul~p{x:y}",
        "p:hover{x:y}",
        "p::before{x:y}",
        "[data-x]{x:y}",
        "[data-x=one]{x:y}",
        '[data-x~="two"]{x:y}',
        "[data-x^=on]{x:y}",
        '[data-x="one two" i]{x:y}',
        "p:not(.z){x:y}",
        "p:is(.z,.a){x:y}",
        ":where(.a) em{x:y}",
        "p:has(>em){x:y}",
        "p:nth-child(odd of .a){x:y}",
        ".made{x:y}",
        ".kind--warm{x:y}",
        "hr{x:y}",
        "@media print{p{x:y}}",
        "@supports (x:y){p{x:y}}",
        "@page{x:y}",
        '@font-face{font-family:"f"}',
        ":root{--a:1}p{x:var(--a)}",
        ":root{--a:1;--b:var(--a)}p{x:var( --b )}",
        "@keyframes k{to{x:y}}p{animation:k 1s}",
        'p{x:url("data:a;b,{}")}',
        "p{x:y!important}",
        "p{& em{x:y}}",
    ],
)
def test_what_can_be_used_stays(kept: str) -> None:
    assert reduced(kept, Used(PAGES, SCRIPTS, {})) == kept


@pytest.mark.parametrize(
    "dropped",
    [
        "table{x:y}",
        ".z{x:y}",
        ".a .z{x:y}",
        "#z{x:y}",
        "[data-z]{x:y}",
        "[data-x=three]{x:y}",
        "p:is(.y,.z){x:y}",
        ".a:where(.z){x:y}",
        "p:has(.z){x:y}",
        ".sought{x:y}",
        ".one{x:y}",  # no class: the value of another attribute
        ".prose{x:y}",
        ".remark{x:y}",
        "@media print{.z{x:y}}",
        ":root{--a:1}",
        ":root{--a:1;--b:var(--a)}",
        ":root{--a:1}.z{x:var(--a)}",
        "@keyframes k{to{x:y}}",
        "@keyframes k{to{x:y}}.z{animation:k 1s}",
        "p{.z{x:y}}",
        "p{}",
        "/* a */",
    ],
)
def test_what_cannot_be_used_goes(dropped: str) -> None:
    assert reduced(dropped, Used(PAGES, SCRIPTS, {})) == ""


def test_only_the_unused_selectors_of_a_list_go() -> None:
    assert reduced(".z,.a,p .z{x:y}", Used(PAGES, SCRIPTS, {})) == ".a{x:y}"


def test_what_a_script_makes_only_with_something_that_no_page_has_goes() -> None:
    css = ".made{x:y}"
    assert reduced(css, Used(PAGES, SCRIPTS, {"mad": "p"})) == css
    assert reduced(css, Used(PAGES, SCRIPTS, {"mad": "code"})) == ""


def test_a_mistake_in_a_stylesheet_stops_the_build() -> None:
    with pytest.raises(ValueError, match="line 2"):
        reduced("p{x:y}\n}", Used(PAGES, SCRIPTS, {}))


@pytest.fixture(scope="module")
def whole() -> str:
    """All styles, as they are before the last step of the build."""
    config = load_config(str(ROOT / "mkdocs.yml"))
    ours, theme = (Path(folder) for folder in config.theme.dirs[:2])
    paths = [path for name in ("main", "palette") for path in theme.glob(f"assets/stylesheets/{name}.*.css")]
    paths += [ours / str(path) for path in config.extra_css]
    return "\n".join(path.read_text("utf-8") for path in paths)


class Looker:
    """Looks at pages with the published styles and with the whole ones."""

    def __init__(self, page: Page, published: str, whole: str) -> None:
        self.page = page
        for address, styles in (("**/pamit.css?published", published), ("**/pamit.css?whole", whole)):
            page.route(address, partial(self._give, styles=styles + STILL))

    def _give(self, route: Route, styles: str) -> None:
        route.fulfill(body=styles, content_type="text/css")

    def differences(self, *, full: bool = True) -> dict[str, int]:
        """For each look that is not the same, how many dots of the two pictures differ."""
        different = {}
        for look, media in LOOKS.items():
            self.page.emulate_media(**media)
            for _ in range(TRIES):
                different[look] = self._dots(*(self._picture(version, full=full) for version in ("published", "whole")))
                if different[look] <= NOISE:
                    del different[look]
                    break
        return different

    def _picture(self, version: str, *, full: bool) -> bytes:
        self._wear(version)
        return self.page.screenshot(full_page=full)

    def _dots(self, *pictures: bytes) -> int:
        """How many dots differ visibly; all of them where the sizes differ."""
        if pictures[0] == pictures[1]:
            return 0
        dots: int = self.page.evaluate(
            """async (pictures) => {
                const [one, other] = await Promise.all(pictures.map(async (picture) => {
                    const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
                    const image = await createImageBitmap(new Blob([bytes]));
                    const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
                    canvas.drawImage(image, 0, 0);
                    return canvas.getImageData(0, 0, image.width, image.height).data;
                }));
                if (one.length !== other.length) return one.length / 4;
                let dots = 0;
                for (let at = 0; at < one.length; at += 4) {
                    if ([0, 1, 2].some((colour) => Math.abs(one[at + colour] - other[at + colour]) > 16)) dots += 1;
                }
                return dots;
            }""",
            [b64encode(picture).decode() for picture in pictures],
        )
        return dots

    def _wear(self, version: str) -> None:
        self.page.evaluate(
            """(version) => new Promise((done) => {
                const link = document.querySelector("link[rel=stylesheet]");
                link.addEventListener("load", done, { once: true });
                link.href = new URL(link.href).pathname + `?${version}`;
            })""",
            version,
        )


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_every_page_looks_the_same(
    browser: Browser, address: str, site_dir: Path, whole: str, size: ViewportSize
) -> None:
    page = browser.new_page(viewport=size, base_url=address)
    looker = Looker(page, (site_dir / STYLES).read_text("utf-8"), whole)
    different = {}
    for kind, path in KINDS.items():
        page.goto(path)
        ready(page)
        different[kind] = looker.differences()
    page.emulate_media(media="screen")
    page.locator("#__search").evaluate("toggle => toggle.click()")
    page.keyboard.type("sakit")
    page.locator(".md-search-result__item").first.wait_for()
    different["search"] = looker.differences(full=False)
    page.close()
    assert {kind: looks for kind, looks in different.items() if looks} == {}


def test_one_stylesheet_is_published_and_fits_into_the_first_packets(site_dir: Path) -> None:
    for edition in (site_dir, site_dir / "en"):
        assert [path.relative_to(edition).as_posix() for path in edition.glob("assets/**/*.css")] == [STYLES]
        # A server sends ten packets of 1,460 bytes before it waits for an answer, headers included.
        assert len(gzip.compress((edition / STYLES).read_bytes())) < 14_000
