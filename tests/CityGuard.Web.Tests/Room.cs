using System.Globalization;
using System.Security.Claims;
using Bunit;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.Areas;
using CityGuard.Domain.People;
using CityGuard.Web.Components.Events;
using CityGuard.Web.Desk;
using CityGuard.Web.Events;
using CityGuard.Web.Map;
using CityGuard.Web.Panels;
using CityGuard.Web.Resources;
using CityGuard.Web.Session;
using CityGuard.Web.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MudBlazor.Services;

namespace CityGuard.Web.Tests;

/// <summary>A page's surroundings without a host: the small city, doors that a test fills, a clock that stands still.</summary>
public abstract class Room : BunitContext
{
    protected Room()
    {
        DefaultWaitTimeout = TimeSpan.FromSeconds(20);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo("en");
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddLogging();
        Services.AddLocalization();
        Services.AddMudServices(options => options.PopoverOptions.CheckForPopoverProvider = false);
        Services.AddSingleton<TimeProvider>(Clock);
        Services.AddSingleton<ICityMapSource>(new SmallCity());
        Services.AddSingleton<IGrainFactory>(Fronts.Grains());
        Services.AddSingleton(this.AddAuthorization().SetAuthorized("wang"));
        Services.AddSingleton<IUserCredential>(Users);
        Services.AddSingleton<IServiceCredential>(Users);
        Services.AddSingleton<IFieldState>(Users);
        Services.AddSingleton<CityNames>();
        Services.AddSingleton<CityClock>();
        Services.AddSingleton<PostedResponders>();
        Services.AddSingleton<CityPanels>();
        Services.AddSingleton<SessionEnd>();
        Services.AddScoped<SessionAccess>();
        Services.AddScoped<DeskCommands>();
        Services.AddScoped<ActTexts>();
        Services.AddScoped<RefusalWords>();
        Services.AddScoped<PriceWords>();
        Services.AddScoped<MeasureWords>();
        Services.AddSingleton<EventNames>();
        Services.AddScoped<EventCommands>();
        Services.AddScoped<EventQuestions>();
    }

    protected FakeTimeProvider Clock { get; } = new(Samples.Now);

    protected FakeFronts Fronts { get; } = new();

    protected FakeUsers Users { get; } = new();

    protected static void Read(string culture) => CultureInfo.CurrentUICulture = new CultureInfo(culture);

    protected sealed class FakeUsers : IUserCredential, IServiceCredential, IFieldState
    {
        public Scope Scopes { get; set; } = Scope.Read;

        public PersonRole? Role { get; set; }

        public AreaId? Area { get; set; }

        public bool Playing { get; set; }

        public bool Ended { get; set; }

        public Credential Credential { get; } = new("service");

        public ValueTask<UserSession?> For(ClaimsPrincipal user) => ValueTask.FromResult(
            !Ended && user.Identity?.Name is { } name ? new UserSession(name, new Credential(null, $"ticket of {name}"), Scopes, Role, Area) : null);

        public void End(ClaimsPrincipal user) => Ended = true;
    }
}
