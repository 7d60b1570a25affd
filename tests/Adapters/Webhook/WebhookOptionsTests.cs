using IntegrationHub.Adapters.Sdk;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Adapters.Webhook.Tests;

public sealed class WebhookOptionsTests
{
    [Fact]
    public void Every_mistake_is_reported_at_once_with_its_option()
    {
        using var services = Register(Configuration(("url", "example.org"), ("timeoutSeconds", "5"), ("secrets:0", "env:NOWHERE"), ("secrets:1", "env:SHORT")));

        var failures = Should.Throw<OptionsValidationException>(services.GetRequiredService<IStartupValidator>().Validate).Failures;

        failures.ShouldBe(
        [
            "url: expected an absolute address that starts with https:// (or http:// to this machine itself).",
            "secrets[0]: Nothing is behind 'env:NOWHERE'.",
            "secrets[1]: The secret behind 'env:SHORT' holds 5 bytes; Standard Webhooks asks for 24 to 64 random bytes.",
            "timeoutSeconds: 5 is outside 15 to 30; put a number of seconds between them, or leave it out for 20.",
        ]);
    }

    [Theory]
    [InlineData("", "url: missing")]
    [InlineData("ftp://example.org/", "url: expected an absolute address")]
    [InlineData("/webhooks", "url: expected an absolute address")]
    [InlineData("https://user:pass@example.org/", "url: holds a user name or password")]
    [InlineData("http://example.org/", "url: http to another machine")]
    public void An_address_that_will_not_do_is_refused_without_repeating_it(string url, string sentence)
    {
        var failure = Failures(options => options.Url = url).ShouldHaveSingleItem();

        failure.ShouldStartWith(sentence);
        failure.ShouldNotContain("pass@");
    }

    [Theory]
    [InlineData("https://example.org/webhooks")]
    [InlineData("http://localhost:8090/")]
    [InlineData("http://127.0.0.1:8090/")]
    [InlineData("http://[::1]:8090/")]
    public void Https_anywhere_and_http_to_this_machine_are_fine(string url) => Failures(options =>
    {
        options.Url = url;
        options.AllowInternal.Add("127.0.0.1");
        options.AllowInternal.Add("::1");
    }).ShouldBeEmpty();

    [Fact]
    public void Http_to_another_machine_is_fine_when_somebody_says_so() => Failures(options => (options.Url, options.AllowInsecure) = ("http://example.org/", true)).ShouldBeEmpty();

    [Theory]
    [InlineData("env:BARE", "does not start with whsec_")]
    [InlineData("env:GARBLED", "is not base64")]
    [InlineData("env:LONG", "holds 65 bytes")]
    public void A_secret_of_another_form_is_refused_without_repeating_it(string reference, string sentence)
    {
        var failure = Failures(options => options.Secrets[0] = reference).ShouldHaveSingleItem();

        failure.ShouldContain(sentence);
        failure.ShouldNotContain(new FixedSecrets().Open(reference)["whsec_".Length..]);
    }

    [Fact]
    public void Without_a_secret_nothing_is_sent() => Failures(options => options.Secrets.Clear()).ShouldHaveSingleItem().ShouldStartWith("secrets: missing");

    private static IEnumerable<string> Failures(Action<WebhookOptions> change)
    {
        var options = new WebhookOptions { Url = "https://example.org/", Secrets = { "env:GOOD" } };
        change(options);
        return new WebhookOptionsValidator(new FixedSecrets()).Validate(null, options).Failures ?? [];
    }

    private static IConfiguration Configuration(params (string Key, string Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(value => KeyValuePair.Create(value.Key, (string?)value.Value))).Build();

    private static ServiceProvider Register(IConfiguration options)
    {
        var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddSingleton<ISecrets, FixedSecrets>();
        new WebhookAdapter().Register(services, options);
        return services.BuildServiceProvider();
    }
}
