using CityGuard.Domain.Areas;
using CityGuard.Domain.People;
using Shouldly;
using Xunit;

namespace CityGuard.Domain.Tests.People;

/// <summary>Who may be registered, and what each role may do.</summary>
public sealed class PersonRulesTests
{
    [Theory]
    [InlineData(PersonRole.Viewer, CommandRight.Handle, false)]
    [InlineData(PersonRole.Viewer, CommandRight.Direct, false)]
    [InlineData(PersonRole.Dispatcher, CommandRight.Handle, true)]
    [InlineData(PersonRole.Dispatcher, CommandRight.Direct, false)]
    [InlineData(PersonRole.Commander, CommandRight.Handle, true)]
    [InlineData(PersonRole.Commander, CommandRight.Direct, true)]
    public void A_role_has_these_rights(PersonRole role, CommandRight right, bool has) => role.Has(right).ShouldBe(has);

    [Theory]
    [InlineData("王警官", null)]
    [InlineData("O'Brien, desk 3", null)]
    [InlineData("", "1 to 64")]
    [InlineData(" Wang", "blank")]
    [InlineData("Wang\n", "control")]
    [InlineData("Commander", "name the person")]
    public void A_name_is_one_that_the_journal_can_keep(string name, string? reason)
    {
        var objection = PersonRules.Check(name, PersonRole.Viewer, AreaKind.Street);
        if (reason is null)
            objection.ShouldBeNull();
        else
            objection.ShouldNotBeNull().Reason.ShouldContain(reason);
    }

    [Fact]
    public void A_name_has_64_characters_at_most()
    {
        PersonRules.Check(new string('x', 64), PersonRole.Viewer, AreaKind.City).ShouldBeNull();
        PersonRules.Check(new string('x', 65), PersonRole.Viewer, AreaKind.City).ShouldNotBeNull();
    }

    [Theory]
    [InlineData(AreaKind.City, true)]
    [InlineData(AreaKind.District, true)]
    [InlineData(AreaKind.Sector, true)]
    [InlineData(AreaKind.Beat, false)]
    [InlineData(AreaKind.Street, false)]
    [InlineData(AreaKind.Community, false)]
    public void Who_commands_is_responsible_for_whole_stations_and_a_viewer_for_anything(AreaKind area, bool commands)
    {
        foreach (var role in (PersonRole[])[PersonRole.Dispatcher, PersonRole.Commander])
            (PersonRules.Check("Wang", role, area) is null).ShouldBe(commands, $"{role} of a {area}");
        PersonRules.Check("Wang", PersonRole.Viewer, area).ShouldBeNull();
    }
}
