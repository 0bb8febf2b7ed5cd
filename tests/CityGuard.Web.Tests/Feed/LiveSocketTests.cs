using CityGuard.Web.Feed;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace CityGuard.Web.Tests.Feed;

public sealed class LiveSocketTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5080", "127.0.0.1:5080", true)]
    [InlineData("https://City.example", "city.example", true)]
    [InlineData("http://127.0.0.1:5081", "127.0.0.1:5080", false)]
    [InlineData("https://elsewhere.example", "city.example", false)]
    [InlineData("null", "city.example", false)]
    [InlineData(null, "city.example", false)]
    public void Only_our_own_page_may_open_the_socket(string? origin, string host, bool allowed)
        => LiveSocket.IsOurOwn(origin, new HostString(host)).ShouldBe(allowed);
}
