"""Adam with one fused operation per variable."""

from collections.abc import Callable

import keras
import tensorflow as tf


class FusedAdam(keras.optimizers.Adam):
    """``keras.optimizers.Adam`` with TensorFlow's fused kernel: same arguments, variables and formula.

    Source: Kingma and Ba, Adam: a method for stochastic optimization, 2015.
    """

    _expand: Callable[[tf.Tensor, tf.Variable], tf.Tensor] | None = None

    def apply_compact(
        self,
        gradients: list[tf.Tensor],
        variables: list[keras.Variable],
        expand: Callable[[tf.Tensor, tf.Variable], tf.Tensor],
    ) -> None:
        """Update variables from gradients without the rows that are 0, which do not change the clipping.

        Args:
            gradients: Gradient of each variable.
            variables: Variables to update.
            expand: Returns a clipped gradient in the shape of its variable.
        """
        self._expand = expand
        self.apply(gradients, variables)

    def update_step(self, gradient: tf.Tensor, variable: tf.Variable, learning_rate: tf.Tensor) -> None:
        """Update one variable.

        Args:
            gradient: Gradient of the loss with respect to ``variable``.
            variable: Variable to update.
            learning_rate: Learning rate of this step, a scalar.
        """
        if self._expand:
            gradient = self._expand(gradient, variable)
        index = self._get_variable_index(variable)
        steps = tf.cast(self.iterations + 1, tf.float32)
        tf.raw_ops.ResourceApplyAdam(
            var=variable.handle,
            m=self._momentums[index].value.handle,
            v=self._velocities[index].value.handle,
            beta1_power=tf.pow(self.beta_1, steps),
            beta2_power=tf.pow(self.beta_2, steps),
            lr=learning_rate,
            beta1=self.beta_1,
            beta2=self.beta_2,
            epsilon=self.epsilon,
            grad=gradient,
        )
