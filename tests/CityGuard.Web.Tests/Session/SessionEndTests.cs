using System.Security.Claims;
using CityGuard.Web.Session;
using Shouldly;
using Xunit;

namespace CityGuard.Web.Tests.Session;

public sealed class SessionEndTests : Room
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ClaimsPrincipal _wang = new(new ClaimsIdentity([new Claim(ClaimTypes.Name, "wang")], "test"));

    [Fact]
    public async Task A_session_that_ends_elsewhere_is_noticed_within_half_a_minute()
    {
        var over = new SessionEnd(Users, Clock).Of(_wang, TestContext.Current.CancellationToken);
        Clock.Advance(SessionEnd.Period);
        over.IsCompleted.ShouldBeFalse();
        Users.End(_wang);
        Clock.Advance(SessionEnd.Period);
        await over.WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Who_leaves_first_is_not_followed()
    {
        using var left = new CancellationTokenSource();
        var over = new SessionEnd(Users, Clock).Of(_wang, left.Token);
        await left.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => over.WaitAsync(Patience));
    }
}
