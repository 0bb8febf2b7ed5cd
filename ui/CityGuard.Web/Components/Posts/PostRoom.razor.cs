using CityGuard.Abstractions;
using CityGuard.Abstractions.Posts;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.People;
using CityGuard.Domain.Plans;
using CityGuard.Web.Components.Details;
using CityGuard.Web.Components.Layout;
using CityGuard.Web.Panels;
using CityGuard.Web.Resources;
using CityGuard.Web.Session;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace CityGuard.Web.Components.Posts;

/// <summary>A command post: forces, and a column for each of the four desks.</summary>
public sealed partial class PostRoom(IStringLocalizer<Text> texts, CityNames names, CityClock clock, IDialogService dialogs, SessionAccess user) : LiveDetail<PostView>
{
    private bool _mayHandle, _mayDirect;

    private IStringLocalizer<Text> L => texts;

    private CityNames Names => names;

    private CityClock Clock => clock;

    private bool Stands => View is { StoodDownAt: null };

    private IPostFront Posts => Grains.GetGrain<IPostFront>(0);

    protected override async Task OnInitializedAsync()
    {
        var session = await user.Current();
        var commands = session?.Scopes.HasFlag(Scope.Command) == true;
        (_mayHandle, _mayDirect) = (commands && session?.Role?.Has(CommandRight.Handle) != false, commands && session?.Role?.Has(CommandRight.Direct) != false);
    }

    protected override Task<Answer<PostView>> Ask(Credential caller, string id) => Posts.Get(caller, id);

    private Task Open() => WithReason("Post.Open", "Post.OpenMeans", (caller, why) => Posts.Open(caller, Id, new PostCommand(why)));

    private Task StandDown() => WithReason("Post.StandDown", "Post.StandDownMeans", (caller, why) => Posts.StandDown(caller, Id, new PostCommand(why)));

    private Task Pin(PinView force) => WithReason(
        force.Pinned ? "Post.LetGo" : "Post.Pin", force.Pinned ? "Post.LetGoMeans" : "Post.PinMeans",
        (caller, why) => force.Pinned ? Posts.LetGo(caller, Id, force.Op.Value, new PostCommand(why)) : Posts.Hold(caller, Id, force.Op.Value, new PostCommand(why)));

    private Task<bool> Tick(string item) => Act(caller => Posts.Tick(caller, Id, item, new TickCommand()));

    private Task<bool> Note(CentreDesk desk, string text) => Act(caller => Posts.Note(caller, Id, new NoteCommand(desk, text)));

    private async Task WithReason(string title, string means, Func<Credential, string, Task<Answer<PostView>>> command)
    {
        var dialog = await dialogs.ShowAsync<ReasonDialog>(texts[title], new DialogParameters<ReasonDialog> { { d => d.Means, texts[means].Value } });
        if (await dialog.Result is { Canceled: false, Data: string why })
            await Act(caller => command(caller, why));
    }
}
