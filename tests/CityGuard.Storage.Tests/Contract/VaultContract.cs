using CityGuard.Domain.Journal;
using CityGuard.Storage.Tests.Vault;
using Shouldly;
using Xunit;

namespace CityGuard.Storage.Tests.Contract;

/// <summary>What is promised of personal data, whichever vault keeps it.</summary>
public abstract class VaultContract
{
    protected static readonly PersonalData Data = new("两名男子 at No. 7, a red scooter", "13800138000");

    private protected abstract IVault Vault { get; }

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_sealed_opens_by_its_reference()
    {
        var reference = (await Vault.Seal(Incidents.Number(1), Data, Cancel)).ShouldNotBeNull();
        (await Vault.Open(reference, Cancel)).ShouldBe(Data);
        (await Vault.Open("x-unknown", Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task A_long_text_is_kept_whole()
    {
        var data = new PersonalData(new string('穗', 60_000), null);
        var reference = (await Vault.Seal(Incidents.Number(1), data, Cancel)).ShouldNotBeNull();
        (await Vault.Open(reference, Cancel)).ShouldBe(data);
    }

    [Fact]
    public async Task Erasing_takes_everything_of_one_incident_and_nothing_of_another()
    {
        var first = (await Vault.Seal(Incidents.Number(1), Data, Cancel)).ShouldNotBeNull();
        var second = (await Vault.Seal(Incidents.Number(1), new PersonalData("more", null), Cancel)).ShouldNotBeNull();
        var other = (await Vault.Seal(Incidents.Number(2), Data, Cancel)).ShouldNotBeNull();
        (await Vault.Erase(Incidents.Number(1), Cancel)).ShouldBeTrue();
        (await Vault.Open(first, Cancel)).ShouldBeNull();
        (await Vault.Open(second, Cancel)).ShouldBeNull();
        (await Vault.Open(other, Cancel)).ShouldBe(Data);
        (await Vault.Erase(Incidents.Number(1), Cancel)).ShouldBeFalse();
        (await Vault.Erase(Incidents.Number(3), Cancel)).ShouldBeFalse();
    }

    [Fact]
    public async Task What_was_erased_stays_erased_whatever_is_reported_again()
    {
        await Vault.Seal(Incidents.Number(1), Data, Cancel);
        await Vault.Erase(Incidents.Number(1), Cancel);
        (await Vault.Seal(Incidents.Number(1), Data, Cancel)).ShouldBeNull();
        (await Vault.Erase(Incidents.Number(2), Cancel)).ShouldBeFalse();
        (await Vault.Seal(Incidents.Number(2), Data, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Many_reports_of_one_incident_at_once_share_its_key()
    {
        var references = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Vault.Seal(Incidents.Number(1), new PersonalData($"{i}", null), Cancel)));
        foreach (var (i, reference) in references.Index())
            (await Vault.Open(reference.ShouldNotBeNull(), Cancel)).ShouldBe(new PersonalData($"{i}", null));
    }

    [Fact]
    public async Task An_incident_of_two_hundred_texts_is_erased_whole()
    {
        var references = new List<string>();
        foreach (var i in Enumerable.Range(0, 200))
            references.Add((await Vault.Seal(Incidents.Number(1), new PersonalData($"{i}", null), Cancel)).ShouldNotBeNull());
        (await Vault.Erase(Incidents.Number(1), Cancel)).ShouldBeTrue();
        foreach (var reference in references)
            (await Vault.Open(reference, Cancel)).ShouldBeNull();
    }
}
