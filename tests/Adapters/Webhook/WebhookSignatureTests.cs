using System.Text;

namespace IntegrationHub.Adapters.Webhook.Tests;

public sealed class WebhookSignatureTests
{
    private const string Id = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private const string Expected = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static readonly byte[] Key = Convert.FromBase64String("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"test": 2432232314}""");

    [Fact]
    public void It_equals_the_example_that_the_standard_publishes() => WebhookSignature.Sign([Key], Id, 1614265330, Body).ShouldBe(Expected);

    [Fact]
    public void During_a_rotation_each_secret_signs()
    {
        var signatures = WebhookSignature.Sign([new byte[32], Key], Id, 1614265330, Body).Split(' ');

        signatures.Length.ShouldBe(2);
        signatures[0].ShouldStartWith("v1,");
        signatures[1].ShouldBe(Expected);
    }
}
