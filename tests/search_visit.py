"""A visit to the search page, in a real browser."""

from urllib.parse import quote

from browsing import Visit


class Search(Visit):
    """A visit to the search page."""

    def look(self, address: str = "", page: str = "recherche.html") -> list[str]:
        """The titles that an address of the page leads to."""
        self.page.goto(f"{self.site.url}{page}{address}")
        self.page.wait_for_selector("#search:not([hidden])")
        return self.titles()

    def ask(self, text: str) -> list[str]:
        """The titles that words lead to."""
        return self.look(f"?q={quote(text)}")

    def type(self, text: str) -> list[str]:
        """The titles that words lead to, typed into the form."""
        self.page.fill("#q", text)
        self.page.press("#q", "Enter")
        return self.titles()

    def titles(self) -> list[str]:
        """The titles of the results."""
        self.page.wait_for_selector("#results:not([aria-busy])", state="attached")
        return list(self.page.locator("#results .heading").all_inner_texts())

    def outcome(self) -> str:
        """What is said of the search."""
        return str(self.page.inner_text("#outcome"))

    def offered(self, name: str) -> list[str]:
        """The values that can be chosen."""
        return list(self.page.locator(f"#{name} option").all_inner_texts())
