using Shouldly;
using Xunit;

namespace CityGuard.Client.Tests;

public sealed class CityGuardClientOptionsTests
{
    public static TheoryData<string, Action<CityGuardClientOptions>> OutOfRange => new()
    {
        { "BaseAddress", options => options.BaseAddress = new Uri("/relative", UriKind.Relative) },
        { "BaseAddress", options => options.BaseAddress = new Uri("ftp://city.test") },
        { "ApiKey", options => options.ApiKey = "" },
        { "ApiKey", options => options.ApiKey = "line\nbreak" },
        { "AttemptTimeout", options => options.AttemptTimeout = TimeSpan.Zero },
        { "AttemptTimeout", options => options.AttemptTimeout = TimeSpan.FromHours(1) },
        { "MaxRetries", options => options.MaxRetries = -1 },
        { "RetryDelay", options => options.RetryDelay = TimeSpan.Zero },
        { "MaxRetryDelay", options => options.MaxRetryDelay = TimeSpan.FromMilliseconds(1) },
        { "OrderWait", options => options.OrderWait = TimeSpan.FromSeconds(26) },
    };

    [Theory]
    [MemberData(nameof(OutOfRange), DisableDiscoveryEnumeration = true)]
    public void A_value_out_of_range_is_named_when_the_client_is_made(string name, Action<CityGuardClientOptions> change)
    {
        var options = new CityGuardClientOptions { BaseAddress = new Uri("http://city.test") };
        change(options);

        Should.Throw<ArgumentException>(() => new CityGuardClient(options)).ParamName.ShouldBe(name);
    }

    [Fact]
    public void The_defaults_are_valid_and_http_needs_an_address()
    {
        new CityGuardClient(new CityGuardClientOptions { BaseAddress = new Uri("http://city.test") }).Dispose();

        Should.Throw<ArgumentException>(() => new CityGuardClient(new CityGuardClientOptions())).Message.ShouldContain("BaseAddress");
    }
}
