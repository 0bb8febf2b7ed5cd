using CityGuard.Abstractions;
using CityGuard.Abstractions.Areas;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Areas.Aid;
using CityGuard.Domain.Readiness;
using CityGuard.Domain.Responders;
using CityGuard.Grains.Areas.Aid;
using CityGuard.Grains.Hosting;
using CityGuard.Grains.Readiness;

namespace CityGuard.Grains.Front;

/// <summary>Mutual aid and its price.</summary>
internal sealed partial class AreaFront
{
    private const int Why = 500;

    public Task<Answer<ReadinessPrice>> Price(Credential caller, IReadOnlyList<string> responders)
        => Priced<ReadinessPrice>(caller, responders, async () => await prices.Of([.. responders.Select(ResponderId.Parse)]));

    public Task<Answer<IReadOnlyList<ReadinessPrice>>> Prices(Credential caller, IReadOnlyList<string> responders)
        => Priced<IReadOnlyList<ReadinessPrice>>(caller, responders, async () => (ReadinessPrice[])[.. await prices.Each([.. responders.Select(ResponderId.Parse)])]);

    private async Task<Answer<T>> Priced<T>(Credential caller, IReadOnlyList<string> responders, Func<Task<Answer<T>>> price)
    {
        if ((await verifier.Admit(caller, Scope.Read)).Refusal is { } shut)
            return shut;
        if (responders is null or { Count: 0 or > ReadinessPrices.Most } || responders.Distinct(StringComparer.Ordinal).Count() != responders.Count)
            return new Refusal(RefusalCode.Malformed, $"name 1 to {ReadinessPrices.Most} responders, each once");
        if (responders.FirstOrDefault(id => id is null || !index.City.TryResponder(id, out _)) is { } stranger)
            return new Refusal(RefusalCode.Unknown, $"the city has no responder '{Places.Short(stranger)}'");
        return await inward.Read(price);
    }

    public async Task<Answer<IReadOnlyList<AreaId>>> Donors(Credential caller, string area)
    {
        var borrower = Commanding(area);
        return ((await verifier.Admit(caller, Scope.Read)).Refusal ?? borrower.Refusal) is { } refusal ? refusal : (AreaId[])[.. AskCheck.Donors(index, borrower.Value)];
    }

    public async Task<Answer<AidView>> AskAid(Credential caller, string area, AidCommand command)
    {
        var admitted = await mandates.OverArea(caller, area);
        var borrower = Commanding(area);
        if ((admitted.Refusal ?? borrower.Refusal ?? IncidentFront.IdCheck(command?.Command) ?? AskCheck.Check(index, borrower.Value, command)) is { } refusal)
            return refusal;
        var (id, by) = (command!.Command ?? IncidentFront.NewId(), admitted.Value!.Name);
        return await inward.Ask(() => Aid(AidId.Of(AreaId.Parse(area), id)).Ask(AreaId.Parse(area), command, by, id));
    }

    public async Task<Answer<AidView>> Consent(Credential caller, string area, string aid, ConsentCommand command)
    {
        var (by, id, refusal) = await Side(caller, area, aid, command?.Why, command?.Command, donorOnly: true);
        if (refusal is not null)
            return refusal;
        if (command!.Responders is null or { Count: 0 or > ReadinessPrices.Most } || command.Seen is null)
            return new Refusal(RefusalCode.Malformed, $"responders (1 to {ReadinessPrices.Most}) and the price that was seen are needed: ask for it first");
        var asked = (await Aid(id).View()).Value!;
        if (command.Responders.Select(responder => AskCheck.CanLend(index, asked, responder)).FirstOrDefault(objection => objection is not null) is { } cannot)
            return cannot;
        return await inward.Ask(() => Aid(id).Consent(command, by, command.Command ?? IncidentFront.NewId()));
    }

    public async Task<Answer<AidView>> Decline(Credential caller, string area, string aid, AidAnswer answer)
    {
        var (by, id, refusal) = await Side(caller, area, aid, answer?.Why, answer?.Command, donorOnly: true);
        return refusal is not null ? refusal : await Given(answer!.Command, command => Aid(id).Decline(answer, by, command));
    }

    public async Task<Answer<AidView>> EndAid(Credential caller, string area, string aid, AidAnswer answer)
    {
        var (by, id, refusal) = await Side(caller, area, aid, answer?.Why, answer?.Command, donorOnly: false);
        return refusal is not null ? refusal : await Given(answer!.Command, command => Aid(id).End(answer, by, command));
    }

    public async Task<Answer<AidView>> Aid(Credential caller, string area, string aid)
    {
        if (((await verifier.Admit(caller, Scope.Read)).Refusal ?? Commanding(area).Refusal) is { } refusal)
            return refusal;
        return AidId.TryParse(aid, out var id) ? await inward.Read(async () => Concerning(area, aid, await Aid(id).View())) : NoSuchAid(area, aid);
    }

    public async Task<Answer<IReadOnlyList<AidView>>> Aids(Credential caller, string area)
    {
        var within = Commanding(area);
        if (((await verifier.Admit(caller, Scope.Read)).Refusal ?? within.Refusal) is { } refusal)
            return refusal;
        return await inward.Read<IReadOnlyList<AidView>>(async () => (AidView[])[.. (await aids.Views()).Where(view => IsUnder(view.Borrower) || IsUnder(view.Donor))]);

        bool IsUnder(AreaId side) => index.City.TryArea(side.Value, out var at) && index.Areas.SelfAndAncestors(at).Contains(within.Value);
    }

    /// <summary>Who speaks for this side of a request, and why he may not.</summary>
    private async Task<(string By, AidId Id, Refusal? Refusal)> Side(Credential caller, string area, string aid, string? why, string? command, bool donorOnly)
    {
        var admitted = await mandates.OverArea(caller, area);
        if ((admitted.Refusal ?? Commanding(area).Refusal ?? ReportCheck.Text(why, 1, Why, "why") ?? IncidentFront.IdCheck(command)) is { } refusal)
            return ("", default, refusal);
        if (!AidId.TryParse(aid, out var id))
            return ("", default, NoSuchAid(area, aid));
        var view = await inward.Read(async () => Concerning(area, aid, await Aid(id).View()));
        if (view.Refusal is null && donorOnly && view.Value!.Donor.Value != area)
            return ("", default, new Refusal(RefusalCode.Unprocessable, $"{aid} asks {view.Value.Donor}, which must answer it"));
        return (admitted.Value!.Name, id, view.Refusal);
    }

    private static Answer<AidView> Concerning(string area, string aid, Answer<AidView> view)
        => view.Value is { } found && found.Borrower.Value != area && found.Donor.Value != area ? NoSuchAid(area, aid) : view;

    private Task<Answer<AidView>> Given(string? command, Func<string, Task<Answer<AidView>>> act)
    {
        var id = command ?? IncidentFront.NewId();
        return inward.Ask(() => act(id));
    }

    private IMutualAidGrain Aid(AidId id) => GrainFactory.GetGrain<IMutualAidGrain>(id.Value);

    private static Refusal NoSuchAid(string area, string? aid) => new(RefusalCode.Unknown, $"{area} has no request for aid '{Places.Short(aid ?? "")}'");
}
