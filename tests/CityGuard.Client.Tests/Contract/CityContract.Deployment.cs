using CityGuard.Abstractions;
using CityGuard.Abstractions.Deployments;
using CityGuard.Domain.Deployments;
using CityGuard.Domain.Responders;
using Shouldly;
using Xunit;

namespace CityGuard.Client.Tests.Contract;

public abstract partial class CityContract
{
    [Fact]
    public async Task Posts_are_moved_and_go_home_again()
    {
        var name = GetType().Name;
        var before = await Client.GetDeploymentAsync(Token);
        var moved = new MovePostsCommand("too far off", [new PostMove(ResponderId.Parse("p-C-0002"), city.City.Cells.Centres[^1])], Scenario: "night, version 2", Command: "posts-" + name);
        var after = await Client.MovePostsAsync(moved, Token);
        after.Count.ShouldBe(before.Count + 1);
        after.Moved.Single(m => m.Who.Value == "p-C-0002").To.ShouldBe(city.City.Cells.Centres[^1]);
        after.Changes[0].ShouldSatisfyAllConditions(c => c.Why.ShouldBe("too far off"), c => c.Scenario.ShouldBe("night, version 2"), c => c.Posts.ShouldBe(1), c => c.By.ShouldNotBeEmpty());
        (await Client.MovePostsAsync(moved, Token)).Count.ShouldBe(after.Count);
        (await Refused(() => Client.MovePostsAsync(moved with { Why = "another" }, Token))).ShouldBe(RefusalCode.Conflict);
        (await Refused(() => Client.MovePostsAsync(moved with { Command = "late-" + name, IfCount = before.Count }, Token))).ShouldBe(RefusalCode.Conflict);
        (await Refused(() => Client.MovePostsAsync(moved with { Command = "far-" + name, Moves = [new PostMove(ResponderId.Parse("p-C-0002"), new Domain.Geography.GeoPoint(0, 0))] }, Token))).ShouldBe(RefusalCode.Unprocessable);
        (await Refused(() => Client.MovePostsAsync(moved with { Command = "who-" + name, Moves = [new PostMove(ResponderId.Parse("p-C-9999"), null)] }, Token))).ShouldBe(RefusalCode.Unprocessable);
        (await Refused(() => Client.MovePostsAsync(moved with { Command = "none-" + name, Moves = [] }, Token))).ShouldBe(RefusalCode.Unprocessable);
        using var reader = Connect(city.ReadKey);
        (await Refused(() => reader.MovePostsAsync(moved with { Command = "other" }, Token))).ShouldBe(RefusalCode.Forbidden);
        (await Client.MovePostsAsync(new MovePostsCommand("back", [new PostMove(ResponderId.Parse("p-C-0002"), null)]), Token)).Moved.ShouldNotContain(m => m.Who.Value == "p-C-0002");
    }
}
