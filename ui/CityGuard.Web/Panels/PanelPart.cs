using CityGuard.Abstractions;
using CityGuard.Abstractions.Desk;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Readiness;
using CityGuard.Abstractions.Security;

namespace CityGuard.Web.Panels;

/// <summary>One part of an area's picture, asked for and renewed by itself.</summary>
internal abstract class PanelPart
{
    public abstract string Name { get; }

    /// <summary>Asks the Front; the answer says what becomes of the picture.</summary>
    public abstract Task<Func<AreaPicture, AreaPicture>> Ask(IGrainFactory grains, Credential service, string area);

    /// <summary>What was known stays, with the reason why it is not newer.</summary>
    public abstract AreaPicture Fail(AreaPicture picture, string reason);

    protected Func<AreaPicture, AreaPicture> Take<T>(Answer<T> answer, Func<AreaPicture, T, AreaPicture> put)
        => answer.Value is { } value ? picture => put(picture, value) : picture => Fail(picture, answer.Refusal?.Reason ?? "");
}

internal sealed class SummaryPart : PanelPart
{
    public override string Name => "summary";

    public override async Task<Func<AreaPicture, AreaPicture>> Ask(IGrainFactory grains, Credential service, string area)
        => Take(await grains.GetGrain<IReadinessFront>(0).Summary(service, area), (picture, summary) => picture with { Summary = summary, SummaryTrouble = null });

    public override AreaPicture Fail(AreaPicture picture, string reason) => picture with { SummaryTrouble = reason };
}

internal sealed class FragilePart : PanelPart
{
    public const int Most = 100;

    public override string Name => "fragile targets";

    public override async Task<Func<AreaPicture, AreaPicture>> Ask(IGrainFactory grains, Credential service, string area)
        => Take(await grains.GetGrain<IReadinessFront>(0).Fragile(service, area, Most), (picture, fragile) => picture with { Fragile = fragile, FragileTrouble = null });

    public override AreaPicture Fail(AreaPicture picture, string reason) => picture with { FragileTrouble = reason };
}

internal sealed class OpenPart : PanelPart
{
    public const int Most = 200;

    public override string Name => "open incidents";

    public override async Task<Func<AreaPicture, AreaPicture>> Ask(IGrainFactory grains, Credential service, string area)
        => Take(await grains.GetGrain<IIncidentFront>(0).Open(service, area, Most), (picture, open) => picture with { Open = open, OpenTrouble = null });

    public override AreaPicture Fail(AreaPicture picture, string reason) => picture with { OpenTrouble = reason };
}

internal sealed class PresentPart : PanelPart
{
    public override string Name => "people at work";

    public override async Task<Func<AreaPicture, AreaPicture>> Ask(IGrainFactory grains, Credential service, string area)
        => Take(await grains.GetGrain<IDeskFront>(0).Present(service, area), (picture, present) => picture with { Present = present });

    // Old news of who was there would be wrong news.
    public override AreaPicture Fail(AreaPicture picture, string reason) => picture with { Present = [] };
}
